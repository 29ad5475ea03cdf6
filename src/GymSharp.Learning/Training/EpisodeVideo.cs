using GymSharp.Recording;
using GymSharp.Rendering;
using GymSharp.Wrappers;

namespace GymSharp.Learning.Training;

/// <summary>Films one episode of an agent.</summary>
public static class EpisodeVideo
{
    /// <summary>Plays an episode and writes its pictures to a video.</summary>
    /// <param name="agent">The agent.</param>
    /// <param name="env">An environment made with <see cref="RenderMode.RgbArray"/>; not disposed.</param>
    /// <param name="video">Receives the pictures; not completed.</param>
    /// <param name="seed">Seeds the episode.</param>
    /// <param name="maxSteps">Steps after which the episode is cut off; 0 gives the first picture alone.</param>
    /// <returns>Return and length of what was filmed.</returns>
    public static EpisodeResult Record(IAgent agent, Env env, IVideoWriter video, ulong seed, int maxSteps = 1000)
    {
        ArgumentNullException.ThrowIfNull(agent);
        ArgumentNullException.ThrowIfNull(env);
        ArgumentNullException.ThrowIfNull(video);
        return agent.On(env.Accept(new Builder(video, maxSteps))).PlayEpisode(seed);
    }

    private sealed class Builder(IVideoWriter video, int maxSteps) : IEnvVisitor<Env>
    {
        public Env Visit<TObservation, TAction>(Env<TObservation, TAction> env)
            where TObservation : notnull
            where TAction : notnull => new Filmed<TObservation, TAction>(env, video, maxSteps);
    }

    private sealed class Filmed<TObservation, TAction> : Wrapper<TObservation, TAction>
        where TObservation : notnull
        where TAction : notnull
    {
        private readonly IVideoWriter video;
        private readonly int maxSteps;
        private bool hasBegun;
        private int steps;

        public Filmed(Env<TObservation, TAction> env, IVideoWriter video, int maxSteps)
            : base(env)
        {
            this.video = video;
            this.maxSteps = maxSteps;
            for (Env? below = env; below is not null; below = below.Inner)
            {
                if (below is IRepeatsAction repeats)
                {
                    repeats.BetweenSteps = Film;
                }
            }
        }

        protected override (TObservation Observation, Info Info) OnReset(ulong? seed, ResetOptions options)
        {
            (TObservation Observation, Info Info) result = Wrapped.Reset(seed, options);
            Film();
            return result;
        }

        protected override Step<TObservation> OnStep(TAction action, TObservation? reuse)
        {
            Step<TObservation> step = Wrapped.Step(action, reuse);
            Film();
            return ++steps < maxSteps ? step : step with { Truncated = true };
        }

        private void Film()
        {
            if ((steps < maxSteps || !hasBegun) && Wrapped.Render() is Frame { Text: null } frame)
            {
                video.Append(frame);
            }

            hasBegun = true;
        }
    }
}
