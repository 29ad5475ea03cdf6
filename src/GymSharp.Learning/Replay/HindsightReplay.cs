using GymSharp.Learning.Views;
using GymSharp.Randomness;

namespace GymSharp.Learning.Replay;

/// <summary>
/// Takes transitions of a goal environment out of a replay buffer, most of them as if the goal had been what was
/// reached later in the same episode; Andrychowicz et al. (2017), "Hindsight Experience Replay", the strategy "future".
/// </summary>
/// <remarks>
/// Of <c>k + 1</c> transitions <c>k</c> get a goal from a transition drawn between themselves and the end of their
/// episode, or the newest one, with a reward for it. Nothing is stored twice: goals are changed on the way out.
/// </remarks>
public sealed class HindsightReplay
{
    /// <summary>What the option <c>n_sampled_goal</c> of learners says about itself.</summary>
    internal const string Choice =
        "hindsight: transitions with a goal reached later for each one with its own, 0 for none";

    private readonly ReplayBuffer buffer;
    private readonly IGoalEnv env;
    private readonly int achievedAt;
    private readonly int desiredAt;
    private readonly double share;
    private readonly double[] achieved;
    private readonly double[] desired;
    private readonly float[] later;

    /// <summary>Looks into a buffer.</summary>
    /// <param name="buffer">Holds the transitions.</param>
    /// <param name="env">Says what they would have paid.</param>
    /// <param name="layout">Where the goal achieved and the goal wanted begin in an observation.</param>
    /// <param name="goals">k: transitions with another goal for each one with its own; at least 1.</param>
    public HindsightReplay(ReplayBuffer buffer, IGoalEnv env, (int AchievedAt, int DesiredAt) layout, int goals)
    {
        ArgumentNullException.ThrowIfNull(buffer);
        ArgumentNullException.ThrowIfNull(env);
        ArgumentOutOfRangeException.ThrowIfLessThan(goals, 1);
        this.buffer = buffer;
        this.env = env;
        (achievedAt, desiredAt) = layout;
        share = goals / (goals + 1.0);
        achieved = new double[env.GoalLength];
        desired = new double[env.GoalLength];
        later = new float[buffer.Layout.ObservationSize];
    }

    /// <summary>Looks into the buffer of a learner, as the option <c>n_sampled_goal</c> says.</summary>
    /// <param name="env">The learner's environments.</param>
    /// <param name="buffer">Holds what they showed.</param>
    /// <param name="goals">The option; 0 for no hindsight.</param>
    /// <returns>Null where there is no hindsight.</returns>
    /// <exception cref="ArgumentException">The environments have no goals, or do not show them.</exception>
    internal static HindsightReplay? Create(TrainingEnv env, ReplayBuffer buffer, int goals)
    {
        if (goals == 0)
        {
            return null;
        }

        IGoalEnv judge = env.Goals ?? throw new ArgumentException(
            "The option 'n_sampled_goal' needs an environment with goals (IGoalEnv), such as FetchReach-v4 or "
            + "BitFlipping-v0. Set it to 0.",
            nameof(env));
        return new HindsightReplay(
            buffer,
            judge,
            (Place(env, IGoalEnv.AchievedGoalKey), Place(env, IGoalEnv.DesiredGoalKey)),
            goals);
    }

    /// <summary>Takes transitions of one step out at random.</summary>
    /// <param name="batch">Filled.</param>
    /// <param name="gamma">γ: the discount of a step that does not terminate.</param>
    /// <param name="rng">Draws.</param>
    /// <exception cref="InvalidOperationException">The buffer is empty.</exception>
    public void Sample(TransitionBatch batch, double gamma, Rng rng)
    {
        ArgumentNullException.ThrowIfNull(batch);
        ArgumentNullException.ThrowIfNull(rng);
        buffer.Sample(batch, new ReplayWindow(gamma), rng);
        for (int row = 0; row < batch.Count; row++)
        {
            // A transition that terminated has no next observation to judge again.
            int ahead = buffer.StepsAhead(batch.Slots[row]);
            if (ahead > 0 && rng.Random() < share)
            {
                buffer.ReadAfter(batch.Slots[row], (int)rng.Integers(0, ahead), later);
                Change(batch, row, gamma);
            }
        }
    }

    private static int Place(TrainingEnv env, string key)
    {
        int at = 0;
        foreach (ObservationPart part in env.ObservationParts)
        {
            if (part.Name == key && part.Shape.Length == env.Goals!.GoalLength)
            {
                return at;
            }

            at += part.Shape.Length;
        }

        throw new ArgumentException(
            $"The option 'n_sampled_goal' needs observations with the {env.Goals!.GoalLength} numbers of '{key}' as a "
            + $"part of their own; these are {env.SingleObservationSpace}. Leave out wrappers that flatten or stack "
            + "them, or set it to 0.",
            nameof(env));
    }

    private void Change(TransitionBatch batch, int row, double gamma)
    {
        int start = row * batch.ObservationSize;
        ReadOnlySpan<float> goal = later.AsSpan(achievedAt, achieved.Length);
        goal.CopyTo(batch.Observations[(start + desiredAt)..]);
        goal.CopyTo(batch.NextObservations[(start + desiredAt)..]);
        ReadOnlySpan<float> reached = batch.NextObservations.Slice(start + achievedAt, achieved.Length);
        for (int i = 0; i < achieved.Length; i++)
        {
            (achieved[i], desired[i]) = (reached[i], goal[i]);
        }

        batch.Rewards[row] = (float)env.ComputeReward(achieved, desired);
        batch.Discounts[row] = env.ComputeTerminated(achieved, desired) ? 0 : (float)gamma;
    }
}
