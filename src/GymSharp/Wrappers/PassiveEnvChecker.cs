using GymSharp.Rendering;

namespace GymSharp.Wrappers;

/// <summary>Checks the first reset, the first step and the first picture of an environment, and warns about what is wrong.</summary>
/// <typeparam name="TObservation">Type of the observations.</typeparam>
/// <typeparam name="TAction">Type of the actions.</typeparam>
/// <param name="env">The environment to wrap.</param>
public sealed class PassiveEnvChecker<TObservation, TAction>(Env<TObservation, TAction> env)
    : Wrapper<TObservation, TAction>(env)
    where TObservation : notnull
    where TAction : notnull
{
    private bool checkedReset;
    private bool checkedStep;
    private bool checkedRender;

    /// <inheritdoc/>
    public override Frame? Render()
    {
        Frame? frame = base.Render();
        if (!checkedRender)
        {
            checkedRender = true;
            CheckRender(frame);
        }

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
        }

        return result;
    }

    /// <inheritdoc/>
    protected override Step<TObservation> OnStep(TAction action, TObservation? reuse) =>
        checkedStep ? Wrapped.Step(action, reuse) : FirstStep(action, reuse);

    private Step<TObservation> FirstStep(TAction action, TObservation? reuse)
    {
        Step<TObservation> step = Wrapped.Step(action, reuse);
        checkedStep = true;
        CheckObservation(step.Observation, "Step");
        if (!double.IsFinite(step.Reward))
        {
            GymLog.Warn($"The reward of the first step is {step.Reward}; rewards should be finite numbers.");
        }

        return step;
    }

    private void CheckObservation(TObservation observation, string method)
    {
        if (!ObservationSpace.Contains(observation))
        {
            GymLog.Warn(
                $"The observation returned by the `{method}()` method is not within the observation space {ObservationSpace}.");
        }
    }

    private void CheckRender(Frame? frame)
    {
        if (RenderMode == RenderMode.None)
        {
            GymLog.Warn(
                "You are calling render method without specifying any render mode. You can specify it when making the environment: "
                + $"Gym.Make(\"{Spec?.Id}\", new MakeOptions {{ RenderMode = RenderMode.RgbArray }}).");
        }
        else if (frame is null && RenderMode != RenderMode.Human)
        {
            GymLog.Warn($"Render() returned nothing although the render mode is {RenderMode}.");
        }
    }
}
