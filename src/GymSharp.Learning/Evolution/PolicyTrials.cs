using GymSharp.Learning.Networks;
using GymSharp.Learning.PolicyGradient;
using GymSharp.Learning.Views;
using GymSharp.Neural;
using GymSharp.Randomness;

namespace GymSharp.Learning.Evolution;

/// <summary>
/// Tries changes of an actor's weights, each in both directions or in one: every environment plays with weights of
/// its own.
/// </summary>
internal sealed class PolicyTrials : IDisposable
{
    private readonly TrainingEnv env;
    private readonly ActorCriticNetwork network;
    private readonly bool usesMasks;
    private readonly int directions;
    private readonly Member[] members;
    private readonly bool[] isActor;
    private readonly float[] actions;

    /// <summary>Prepares trials.</summary>
    /// <param name="env">The environments.</param>
    /// <param name="network">Its actor's weights are changed; its critic is of no use here.</param>
    /// <param name="usesMasks">Whether forbidden actions are never taken.</param>
    /// <param name="changes">Number of changes.</param>
    /// <param name="mirrored">Whether each change is tried backwards as well.</param>
    public PolicyTrials(
        TrainingEnv env, ActorCriticNetwork network, bool usesMasks, int changes, bool mirrored = true)
    {
        this.env = env;
        this.network = network;
        this.usesMasks = usesMasks;
        directions = mirrored ? 2 : 1;
        isActor = ActorWeights(network);
        members = [.. Enumerable.Range(0, env.NumEnvs).Select(_ => new Member(network))];
        Changes = [.. Enumerable.Range(0, changes).Select(_ => new float[isActor.Length])];
        Returns = new double[directions * changes];
        actions = new float[env.NumEnvs * env.ActionSize];
    }

    /// <summary>The changes; 0 where the actor's actions do not depend on a weight.</summary>
    public float[][] Changes { get; }

    /// <summary>
    /// Returns of each change, forwards and, where mirrored, backwards in turn; means where there are several
    /// episodes.
    /// </summary>
    public double[] Returns { get; }

    /// <summary>Episodes per trial.</summary>
    public int Episodes { get; init; } = 1;

    /// <summary>Added to every reward in <see cref="Returns"/>.</summary>
    public double RewardOffset { get; init; }

    /// <summary>Which weights of a network its actor's most probable actions depend on.</summary>
    public static bool[] ActorWeights(ActorCriticNetwork network)
    {
        bool[] isActor = new bool[network.Parameters.Length];
        foreach (Parameter parameter in network.Parameters.Parameters)
        {
            // The most probable action does not depend on the standard deviations.
            bool counts = parameter != network.LogStd
                && !parameter.Name.StartsWith("critic", StringComparison.Ordinal);
            isActor.AsSpan(parameter.Offset, parameter.Shape.Length).Fill(counts);
        }

        return isActor;
    }

    /// <summary>Whether the actor's actions depend on a weight.</summary>
    public bool IsActor(int index) => isActor[index];

    /// <summary>Draws all changes from the standard normal distribution.</summary>
    public void Draw(Rng rng)
    {
        foreach (float[] change in Changes)
        {
            for (int i = 0; i < change.Length; i++)
            {
                change[i] = isActor[i] ? (float)rng.StandardNormal() : 0;
            }
        }
    }

    /// <summary>
    /// Plays with each change. An environment takes the next one as soon as it is through with the last.
    /// </summary>
    /// <param name="size">What the changes are multiplied by.</param>
    public void Run(double size)
    {
        env.Reset();
        int next = 0;
        foreach (Member member in members)
        {
            Assign(member, size, ref next);
        }

        int finished = 0;
        while (finished < Returns.Length)
        {
            for (int i = 0; i < members.Length; i++)
            {
                Act(i);
            }

            env.Step(actions);
            for (int i = 0; i < members.Length; i++)
            {
                Member member = members[i];
                if (member.Number < 0)
                {
                    continue;
                }

                Returns[member.Number] += (env.Rewards[i] + RewardOffset) / Episodes;
                if ((env.Terminated[i] || env.Truncated[i]) && --member.EpisodesLeft == 0)
                {
                    finished++;
                    Assign(member, size, ref next);
                }
            }
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        foreach (Member member in members)
        {
            member.Dispose();
        }
    }

    private void Assign(Member member, double size, ref int next)
    {
        member.Number = next < Returns.Length ? next++ : -1;
        if (member.Number >= 0)
        {
            Returns[member.Number] = 0;
            member.EpisodesLeft = Episodes;
            member.Become(
                network.Parameters,
                member.Number % directions == 0 ? size : -size,
                Changes[member.Number / directions]);
        }
    }

    private void Act(int index)
    {
        Tape tape = members[index].Tape;
        tape.Clear();
        int size = env.ObservationSize;
        Tensor observation = tape.Input(env.Observations.Slice(index * size, size), new Shape(1, size));
        int maskLength = usesMasks && env.ActionMaskLength == network.Distribution.ParameterCount
            ? env.ActionMaskLength
            : 0;
        ReadOnlySpan<bool> mask = env.ActionMasks.Slice(index * maskLength, maskLength);
        network.Distribution.Mode(
            network.Act(observation, mask).Policy, actions.AsSpan(index * env.ActionSize, env.ActionSize));
    }

    // The weights that one environment tries.
    private sealed class Member(ActorCriticNetwork network) : IDisposable
    {
        private readonly ParameterSet parameters = network.Parameters.Clone();
        private Tape? tape;

        public Tape Tape => tape ??= new Tape(parameters) { IsRecording = false };

        public int Number { get; set; }

        public int EpisodesLeft { get; set; }

        public void Become(ParameterSet center, double factor, ReadOnlySpan<float> change)
        {
            center.Values.CopyTo(parameters.Values);
            ConjugateGradient.Add(parameters.Values, factor, change);
            parameters.MarkChanged();
        }

        public void Dispose()
        {
            tape?.Dispose();
            parameters.Dispose();
        }
    }
}
