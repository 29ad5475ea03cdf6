using GymSharp.Learning.Normalization;

namespace GymSharp.Learning.Views;

/// <summary>Plays greedily by a policy over float32 rows; observations are normalised as in training.</summary>
/// <param name="policy">The policy; later changes of its weights are seen.</param>
/// <param name="normalizer">Normalises observations by the statistics of training, or null.</param>
public sealed class PolicyAgent(IRowPolicy policy, ObservationNormalizer? normalizer = null) : IAgent
{
    /// <inheritdoc/>
    public IActor On(Env env)
    {
        ArgumentNullException.ThrowIfNull(env);
        Env<float[], float[]> view = RowView.Of(env);
        int observation = view.ObservationSpace.Shape![0];
        int action = view.ActionSpace.Shape![0];
        return observation == policy.ObservationSize && action == policy.ActionSize
            ? new Actor(view, policy, normalizer)
            : throw new ArgumentException(
                $"This agent knows observations of {policy.ObservationSize} numbers and actions of "
                + $"{policy.ActionSize}; {env} has {observation} and {action}. Use the environment it was trained on.",
                nameof(env));
    }

    private sealed class Actor(Env<float[], float[]> env, IRowPolicy policy, ObservationNormalizer? normalizer) : IActor
    {
        private readonly float[] row = new float[policy.ObservationSize];
        private readonly float[] action = new float[policy.ActionSize];
        private bool[] mask = [];

        public IEnumerable<PlayedStep> Play(ulong? seed = null)
        {
            policy.Begin();
            (float[] observation, Info info) = env.Reset(seed);
            mask = new bool[ActionMask.Length(info)];
            PlayedStep played;
            do
            {
                Step<float[]> step = env.Step(Choose(observation, info));
                (observation, info) = (step.Observation, step.Info);
                played = new(step.Reward, step.Terminated, step.Truncated, info);
                yield return played;
            }
            while (!played.Done);
        }

        private float[] Choose(float[] observation, Info info)
        {
            if (normalizer is null)
            {
                observation.CopyTo(row, 0);
            }
            else
            {
                normalizer.Apply(observation, row);
            }

            ActionMask.Read(info, mask);
            policy.Act(row, mask, action);
            return action;
        }
    }
}
