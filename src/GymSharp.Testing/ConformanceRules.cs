using GymSharp.Rendering;
using GymSharp.State;

namespace GymSharp.Testing;

/// <summary>The rules of the contract, each a sentence and a check.</summary>
internal static class ConformanceRules
{
    private const int Steps = 300;

    public static IReadOnlyList<(string Rule, Action<Subject> Check)> All { get; } =
    [
        ("observations lie in the observation space", ObservationsLieInTheSpace),
        ("rewards are finite", RewardsAreFinite),
        ("the same seed gives the same episodes", SameSeedSameEpisodes),
        ("a reset with a seed forgets what was before", SeedForgets),
        ("an array that may be reused changes no number", ReuseChangesNothing),
        ("a step before the first reset is refused", StepBeforeReset),
        ("an action outside the action space is refused and changes nothing", WrongActionChangesNothing),
        ("a saved state goes on identically", SavedStateGoesOn),
        ("a saved state goes on identically in another environment", SavedStateMoves),
        ("a damaged state is refused and changes nothing", DamagedState),
        ("pictures have one size, texts are not empty", PicturesHaveOneSize),
        ("rendering changes nothing", RenderingChangesNothing),
        ("the time limit truncates", TimeLimitTruncates),
    ];

    private static void ObservationsLieInTheSpace(Subject subject)
    {
        using Env env = Started(subject);
        (object first, _) = env.ResetValue(Subject.Seed);
        Demand(
            env.ObservationSpace.ContainsValue(first),
            $"the first observation {Subject.Text(env, first)} is not in {env.ObservationSpace}");
        for (int i = 0; i < Steps; i++)
        {
            Step<object> step = env.StepValue(env.ActionSpace.SampleValue());
            Demand(
                env.ObservationSpace.ContainsValue(step.Observation),
                $"observation {i}, {Subject.Text(env, step.Observation)}, is not in {env.ObservationSpace}");
            if (step.Done)
            {
                env.ResetValue();
            }
        }
    }

    private static void RewardsAreFinite(Subject subject)
    {
        using Env env = Started(subject);
        for (int i = 0; i < Steps; i++)
        {
            Step<object> step = env.StepValue(env.ActionSpace.SampleValue());
            Demand(double.IsFinite(step.Reward), $"reward {i} is {step.Reward}");
            if (step.Done)
            {
                env.ResetValue();
            }
        }
    }

    private static void SameSeedSameEpisodes(Subject subject)
    {
        using Env left = Started(subject);
        using Env right = Started(subject);
        Subject.Same(Subject.Play(left, Steps), Subject.Play(right, Steps), "two environments of one seed differ");
    }

    private static void SeedForgets(Subject subject)
    {
        using Env used = Started(subject);
        if (used.Spec is { HasHistory: true })
        {
            return;
        }

        Subject.Play(used, 37);
        Seed(used);
        using Env fresh = Started(subject);
        Subject.Same(Subject.Play(fresh, Steps), Subject.Play(used, Steps), "a used and a fresh environment differ");
    }

    private static void ReuseChangesNothing(Subject subject)
    {
        using Env plain = Started(subject);
        using Env reusing = Started(subject);
        List<string> expected = Subject.Play(plain, Steps);
        Subject.Same(expected, reusing.Accept(new ReusingPlayer(Steps)), "steps with and without reuse differ");
    }

    private static void StepBeforeReset(Subject subject)
    {
        using Env env = subject.Make();
        object action = env.ActionSpace.SampleValue();
        try
        {
            env.StepValue(action);
        }
        catch (ResetNeededException)
        {
            return;
        }

        throw new RuleBrokenException("it stepped; a ResetNeededException was expected");
    }

    private static void WrongActionChangesNothing(Subject subject)
    {
        using Env expected = Started(subject);
        using Env env = Started(subject);
        foreach (object wrong in WrongActions.For(env.ActionSpace))
        {
            try
            {
                env.StepValue(wrong);
                throw new RuleBrokenException($"it accepted {wrong}; an InvalidActionException was expected");
            }
            catch (InvalidActionException)
            {
                // This is what the contract asks for.
            }
        }

        Subject.Same(Subject.Play(expected, 50), Subject.Play(env, 50), "refused actions changed what follows");
    }

    private static void SavedStateGoesOn(Subject subject)
    {
        using Env env = Started(subject);
        Subject.Play(env, 23);
        byte[] state = env.SaveState();
        env.ActionSpace.Seed(5);
        List<string> expected = Subject.Play(env, Steps);
        env.RestoreState(state);
        env.ActionSpace.Seed(5);
        Subject.Same(expected, Subject.Play(env, Steps), "the restored environment goes on differently");
    }

    private static void SavedStateMoves(Subject subject)
    {
        using Env env = Started(subject);
        Subject.Play(env, 23);
        using Env other = subject.Make();
        other.RestoreState(env.SaveState());
        env.ActionSpace.Seed(5);
        other.ActionSpace.Seed(5);
        Subject.Same(Subject.Play(env, Steps), Subject.Play(other, Steps), "the other environment goes on differently");
    }

    private static void DamagedState(Subject subject)
    {
        using Env expected = Started(subject);
        using Env env = Started(subject);
        byte[] state = env.SaveState();
        foreach (byte[] bytes in Damaged(state))
        {
            try
            {
                env.RestoreState(bytes);
                throw new RuleBrokenException(
                    $"it accepted {bytes.Length} damaged bytes; a StateFormatException was expected");
            }
            catch (StateFormatException)
            {
                // This is what the contract asks for.
            }
        }

        Subject.Same(Subject.Play(expected, 50), Subject.Play(env, 50), "a refused state changed what follows");
    }

    // Every byte of a small state, some two thousand of a large one.
    private static IEnumerable<byte[]> Damaged(byte[] state)
    {
        const int Most = 2048;
        int stride = Math.Max(1, state.Length / Most);
        byte[][] cut = [[], [1, 2, 3], state[..^1], [.. state, 0]];
        return cut.Concat(
            Enumerable.Range(0, (state.Length + stride - 1) / stride).Select(step => Flipped(state, step * stride)));
    }

    private static byte[] Flipped(byte[] state, int at)
    {
        byte[] copy = [.. state];
        copy[at] ^= (byte)(1 << (at % 8));
        return copy;
    }

    private static void PicturesHaveOneSize(Subject subject)
    {
        foreach (RenderMode mode in RenderModes(subject))
        {
            using Env env = Started(subject, mode);
            Frame first = env.Render() ?? throw new RuleBrokenException($"Render() gave nothing in mode {mode}");
            for (int i = 0; i < 20; i++)
            {
                Subject.Play(env, 1);
                Frame next = env.Render() ?? throw new RuleBrokenException($"Render() gave nothing in mode {mode}");
                Demand(
                    mode == RenderMode.Ansi
                        ? !string.IsNullOrEmpty(next.Text)
                        : next.Width == first.Width && next.Height == first.Height,
                    $"in mode {mode}, {first} was followed by {next}");
            }
        }
    }

    private static void RenderingChangesNothing(Subject subject)
    {
        using Env plain = Started(subject);
        List<string> expected = Subject.Play(plain, 60);
        foreach (RenderMode mode in RenderModes(subject))
        {
            using Env env = Started(subject, mode);
            Subject.Same(
                expected,
                Subject.Play(env, 60, rendered => rendered.Render()),
                $"rendering as {mode} changed what follows");
        }
    }

    private static void TimeLimitTruncates(Subject subject)
    {
        using Env env = Started(subject);
        if (env.Spec?.MaxEpisodeSteps is not { } limit || limit > 5000)
        {
            return;
        }

        for (int length = 1; length <= limit; length++)
        {
            Step<object> step = env.StepValue(env.ActionSpace.SampleValue());
            Demand(length < limit || step.Truncated, $"step {limit} did not truncate");
            if (step.Done)
            {
                return;
            }
        }
    }

    private static RenderMode[] RenderModes(Subject subject)
    {
        using Env env = subject.Make();
        return [.. env.Metadata.RenderModes.Where(mode => mode is RenderMode.RgbArray or RenderMode.Ansi)];
    }

    private static Env Started(Subject subject, RenderMode mode = RenderMode.None)
    {
        Env env = subject.Make(mode);
        Seed(env);
        return env;
    }

    private static void Seed(Env env)
    {
        env.ActionSpace.Seed(Subject.Seed);
        env.ResetValue(Subject.Seed);
    }

    private static void Demand(bool kept, string problem)
    {
        if (!kept)
        {
            throw new RuleBrokenException(problem);
        }
    }

    // Steps with the last observation handed back for reuse, as a vector environment does.
    private sealed class ReusingPlayer(int steps) : IEnvVisitor<List<string>>
    {
        public List<string> Visit<TObservation, TAction>(Env<TObservation, TAction> env)
            where TObservation : notnull
            where TAction : notnull
        {
            List<string> tape = [];
            TObservation? memory = default;
            for (int i = 0; i < steps; i++)
            {
                Step<TObservation> step = env.Step(env.ActionSpace.Sample(), memory);
                memory = step.Observation;
                tape.Add(Subject.Text(
                    env, new(step.Observation, step.Reward, step.Terminated, step.Truncated, step.Info)));
                if (step.Done)
                {
                    tape.Add(Subject.Reset(env, null));
                }
            }

            return tape;
        }
    }
}
