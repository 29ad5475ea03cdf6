using GymSharp.Rendering;

namespace GymSharp.Wrappers;

/// <summary>
/// Checks the spaces of an environment and its first reset, step and picture, and warns about what is wrong. Results
/// are passed on unchanged.
/// </summary>
/// <typeparam name="TObservation">Type of the observations.</typeparam>
/// <typeparam name="TAction">Type of the actions.</typeparam>
public sealed class PassiveEnvChecker<TObservation, TAction> : Wrapper<TObservation, TAction>
    where TObservation : notnull
    where TAction : notnull
{
    private bool checkedReset;
    private bool checkedStep;
    private bool checkedRender;

    /// <summary>Wraps an environment and checks its spaces.</summary>
    /// <param name="env">The environment to wrap.</param>
    /// <exception cref="ArgumentException">A tuple or dictionary space is empty.</exception>
    public PassiveEnvChecker(Env<TObservation, TAction> env)
        : base(env)
    {
        ArgumentNullException.ThrowIfNull(env);
        SpaceChecks.Check(env.ActionSpace, "action");
        SpaceChecks.Check(env.ObservationSpace, "observation");
    }

    /// <inheritdoc/>
    internal override Env? ActionTarget => Wrapped.ActionTarget;

    /// <inheritdoc/>
    internal override Env<TObservation, TAction> StepTarget => checkedStep ? Wrapped.StepTarget : this;

    /// <inheritdoc/>
    /// <exception cref="InvalidOperationException">
    /// The environment's render mode is not among those it declares, or its frame rate is not positive.
    /// </exception>
    public override Frame? Render()
    {
        if (checkedRender)
        {
            return Wrapped.Render();
        }

        checkedRender = true;
        CheckMetadata();
        Frame? frame = Wrapped.Render();
        CheckFrame(frame);
        return frame;
    }

    /// <inheritdoc/>
    protected override (TObservation Observation, Info Info) OnReset(ulong? seed, ResetOptions options) =>
        OnReset(seed, options, default);

    /// <inheritdoc/>
    protected override (TObservation Observation, Info Info) OnReset(
        ulong? seed, ResetOptions options, TObservation? reuse)
    {
        (TObservation Observation, Info Info) result = Wrapped.Reset(seed, options, reuse);
        if (!checkedReset)
        {
            checkedReset = true;
            CheckObservation(result.Observation, "Reset");
            CheckInfo(result.Info, "Reset");
        }

        return result;
    }

    /// <inheritdoc/>
    protected override Step<TObservation> OnStep(TAction action, TObservation? reuse) =>
        checkedStep ? Wrapped.Step(action, reuse) : FirstStep(action, reuse);

    private static void CheckInfo(Info? info, string method)
    {
        if (info is null)
        {
            GymLog.Warn(
                $"The info returned by the `{method}()` method is null. Return Info.Empty where there is nothing to "
                + "say.");
        }
    }

    // Out-of-bounds actions are not checked: some environments take them.
    private Step<TObservation> FirstStep(TAction action, TObservation? reuse)
    {
        Step<TObservation> step = Wrapped.Step(action, reuse);
        checkedStep = true;
        CheckObservation(step.Observation, "Step");
        CheckInfo(step.Info, "Step");
        if (double.IsNaN(step.Reward))
        {
            GymLog.Warn("The reward is a NaN value.");
        }
        else if (double.IsInfinity(step.Reward))
        {
            GymLog.Warn("The reward is an inf value.");
        }

        return step;
    }

    private void CheckObservation(TObservation observation, string method)
    {
        if (observation is null)
        {
            GymLog.Warn($"The observation returned by the `{method}()` method is null.");
        }
        else if (!ObservationSpace.Contains(observation))
        {
            GymLog.Warn(
                $"The observation returned by the `{method}()` method is not within the observation space "
                + $"{ObservationSpace}.");
        }
    }

    private void CheckMetadata()
    {
        IReadOnlyList<RenderMode> modes = Metadata.RenderModes;
        if (RenderMode != RenderMode.None && !modes.Contains(RenderMode))
        {
            throw new InvalidOperationException(
                modes.Count == 0
                    ? "The environment declares no render modes, so its render mode should be None; it is "
                        + $"{RenderMode}."
                    : "The environment was initialized successfully however with an unsupported render mode. "
                        + $"Render mode: {RenderMode}, modes: {string.Join(", ", modes)}.");
        }

        if (modes.Count > 0 && Metadata.RenderFps <= 0)
        {
            throw new InvalidOperationException(
                $"Expects the frame rate in the metadata to be greater than zero, actual value: {Metadata.RenderFps}.");
        }
    }

    private void CheckFrame(Frame? frame)
    {
        string? complaint = RenderMode switch
        {
            RenderMode.None => "You are calling render method without specifying any render mode. You can specify it "
                + "when making "
                + $"the environment: Gym.Make(\"{Spec?.Id}\", new MakeOptions {{ RenderMode = RenderMode.RgbArray }}).",
            RenderMode.Human when frame is not null => "Human rendering should return nothing, got a frame.",
            RenderMode.RgbArray when frame is null => "RGB-array rendering should return a picture, got nothing.",
            RenderMode.RgbArray when frame.Text is not null => "RGB-array rendering should return a picture, got text.",
            RenderMode.Ansi when frame?.Text is null => "ANSI rendering should produce text, got "
                + (frame is null ? "nothing." : "a picture."),
            _ => null,
        };
        if (complaint is not null)
        {
            GymLog.Warn(complaint);
        }
    }
}
