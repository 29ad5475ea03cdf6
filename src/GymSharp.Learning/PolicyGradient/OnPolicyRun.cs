using GymSharp.Learning.Networks;
using GymSharp.Learning.Views;
using GymSharp.Neural;
using GymSharp.Neural.Threading;
using GymSharp.Randomness;
using GymSharp.State;

namespace GymSharp.Learning.PolicyGradient;

/// <summary>
/// What every learner with an actor and a critic carries along: environments, networks, generator, collected steps.
/// Holds no algorithm.
/// </summary>
internal sealed class OnPolicyRun : IDisposable
{
    // Rows that go through the networks at once when collected steps are looked over again.
    private const int ChunkRows = 2048;

    private readonly PolicyOptions options;
    private readonly int stepsPerUpdate;
    private readonly int? noiseFrequency;
    private readonly LearnerSetup setup;
    private readonly ComputeTeam team;
    private readonly ActorCriticPolicy policy;
    private readonly StateDependentNoise? noise;
    private readonly float[] actions;
    private readonly float[] finalObservations;
    private readonly int[] finalRows;
    private RolloutBuffer? rollout;

    public OnPolicyRun(TrainingEnv env, PolicyOptions options, LearnerSetup setup)
    {
        ArgumentNullException.ThrowIfNull(env);
        ArgumentNullException.ThrowIfNull(options);
        Env = env;
        this.options = options;
        this.setup = setup;
        env.Normalize(options.Gamma, options.ScalesObservations, options.ScalesRewards);

        Rng[] streams = new Rng(new SeedSequence(setup.Seed).Spawn(1)[0]).Spawn(2);
        Rng = streams[1];
        Network = new ActorCriticNetwork(env, options, streams[0]);
        if (env.ObservationNormalizer is not null)
        {
            env.ObservationNormalizer.Mirror = Network.Mirror;
        }

        team = new ComputeTeam(setup.ThreadCount);
        Tape = new Tape(Network.Parameters, team);
        if (options is ActorCriticOptions actorCritic)
        {
            stepsPerUpdate = actorCritic.StepsPerUpdate;
            noiseFrequency = actorCritic.GsdeSampleFrequency;
            noise = actorCritic.Gsde && Network.LogStd is { } logStd
                ? new StateDependentNoise(env.NumEnvs, logStd)
                : null;
        }

        actions = new float[env.NumEnvs * env.ActionSize];
        finalObservations = new float[env.NumEnvs * env.ObservationSize];
        finalRows = new int[env.NumEnvs];
        policy = new ActorCriticPolicy(Network, env.ObservationSize, options.ActionMasks);
        Agent = new PolicyAgent(policy, env.ObservationNormalizer);
    }

    public TrainingEnv Env { get; }

    public ActorCriticNetwork Network { get; }

    public Tape Tape { get; }

    public ComputeTeam Team => team;

    /// <summary>Draws actions and orders of samples.</summary>
    public Rng Rng { get; }

    public IAgent Agent { get; }

    /// <summary>The networks by name, for <see cref="IHasNetworks"/>.</summary>
    public IReadOnlyDictionary<string, ParameterSet> Networks =>
        new Dictionary<string, ParameterSet>(StringComparer.Ordinal) { ["policy"] = Network.Parameters };

    /// <summary>The actor as one computation from observations as the environment gives them.</summary>
    public PolicyGraph Graph => new(
        Network.Parameters, Env.ObservationSize, Env.ObservationNormalizer, Network.Outputs);

    /// <summary>The part of the planned steps that is done, 0 to 1.</summary>
    public double Progress => (double)Env.Steps / Math.Max(1, setup.Steps);

    /// <summary>Starts the environments, unless a restored state has.</summary>
    public void Start() => Env.Start(setup.Seed);

    /// <summary>Makes room for samples of these environments; they must have been started.</summary>
    public RolloutSamples MakeSamples(int capacity)
    {
        bool hasMasks = options.ActionMasks && Env.ActionMaskLength == Network.Distribution.ParameterCount;
        if (hasMasks && Network.Mirror is not null)
        {
            Mirror.RefuseMasks(Env.ActionMaskLength);
        }

        return new(
            capacity, Env.ObservationSize, Env.ActionSize, Network.Distribution.ParameterCount,
            hasMasks ? Env.ActionMaskLength : 0);
    }

    /// <summary>Acts for some steps in each environment.</summary>
    /// <returns>What happened; the next call writes into the same memory.</returns>
    public RolloutBuffer Collect()
    {
        RolloutBuffer buffer = rollout ??= MakeRollout();
        RolloutSamples samples = buffer.Samples;
        int envs = Env.NumEnvs;
        Tape.IsRecording = false;
        for (int t = 0; t < buffer.Steps; t++)
        {
            if (noise is not null && (t == 0 || (noiseFrequency is { } every && t % every == 0)))
            {
                noise.Draw(Network.Parameters, Rng);
            }

            Env.Observations.CopyTo(samples.Observations.Slice(t * Env.Observations.Length, Env.Observations.Length));
            Span<bool> masks = samples.Masks.Slice(t * envs * samples.MaskLength, envs * samples.MaskLength);
            Env.ActionMasks[..masks.Length].CopyTo(masks);
            Draw(masks);
            actions.CopyTo(samples.Actions.Slice(t * actions.Length, actions.Length));

            Env.Step(actions);
            Env.Rewards.CopyTo(buffer.Rewards[(t * envs)..]);
            Env.Terminated.CopyTo(buffer.Terminated[(t * envs)..]);
            Env.Truncated.CopyTo(buffer.Truncated[(t * envs)..]);
            ValueTruncated(buffer.FinalValues.Slice(t * envs, envs));
        }

        Review(samples);
        Tape.Clear();
        ValuesOf(Env.Observations, buffer.NextValues);
        Tape.IsRecording = true;
        return buffer;
    }

    /// <summary>Draws an action for what each environment shows now; the tape must not be recording.</summary>
    public ReadOnlySpan<float> Draw(ReadOnlySpan<bool> masks)
    {
        Tape.Clear();
        ActorCriticOutput output = Network.Act(
            Tape.Input(Env.Observations, new Shape(Env.NumEnvs, Env.ObservationSize)), masks);
        if (noise is null)
        {
            Network.Distribution.Sample(output.Policy, Rng, actions);
        }
        else
        {
            Network.Distribution.Mode(output.Policy, actions);
            noise.AddTo(output.Latent.Values, actions);
        }

        return actions;
    }

    /// <summary>Mean KL divergence of the policy as it is from the one that acted.</summary>
    public double Divergence(RolloutSamples samples)
    {
        Tape.IsRecording = false;
        double sum = 0;
        for (int first = 0; first < samples.Count; first += ChunkRows)
        {
            int rows = Math.Min(ChunkRows, samples.Count - first);
            Tape.Clear();
            Tensor policy = Network.Act(
                Tape.Input(
                    samples.Observations.Slice(first * samples.ObservationSize, rows * samples.ObservationSize),
                    new Shape(rows, samples.ObservationSize)),
                samples.Masks.Slice(first * samples.MaskLength, rows * samples.MaskLength)).Policy;
            Tensor former = Tape.Input(
                samples.Policies.Slice(first * samples.PolicySize, rows * samples.PolicySize),
                new Shape(rows, samples.PolicySize));
            sum += Network.Distribution.Divergence(former, policy).Sum().Item;
        }

        Tape.IsRecording = true;
        return sum / samples.Count;
    }

    /// <summary>Reads or writes everything that decides the rest of the run, save the optimiser.</summary>
    public void SyncState(StateSync sync)
    {
        ArgumentNullException.ThrowIfNull(sync);
        sync.Sync(Rng);
        Network.SyncState(sync);
        Env.SyncState(sync);
    }

    public void Dispose()
    {
        Env.Dispose();
        policy.Dispose();
        Tape.Dispose();
        Network.Dispose();
        team.Dispose();
    }

    private RolloutBuffer MakeRollout() =>
        new(stepsPerUpdate, Env.NumEnvs, MakeSamples(checked(stepsPerUpdate * Env.NumEnvs)));

    // An episode that was cut off goes on unseen; the critic says what would have followed.
    private void ValueTruncated(Span<float> values)
    {
        int size = Env.ObservationSize;
        int count = 0;
        for (int i = 0; i < values.Length; i++)
        {
            if (Env.Truncated[i] && !Env.Terminated[i])
            {
                Env.FinalObservations.Slice(i * size, size).CopyTo(finalObservations.AsSpan(count * size));
                finalRows[count++] = i;
            }
        }

        if (count == 0)
        {
            return;
        }

        Tape.Clear();
        Tensor found = Network.Value(Tape.Input(finalObservations.AsSpan(0, count * size), new Shape(count, size)));
        for (int i = 0; i < count; i++)
        {
            values[finalRows[i]] = found.Values[i];
        }
    }

    private void ValuesOf(ReadOnlySpan<float> observations, Span<float> values) => Network
        .Value(Tape.Input(observations, new Shape(values.Length, Env.ObservationSize)))
        .Values.CopyTo(values);

    // Weights do not change while steps are collected, so one pass over all of them says what passes after each step
    // would have said.
    private void Review(RolloutSamples samples)
    {
        for (int first = 0; first < samples.Count; first += ChunkRows)
        {
            int rows = Math.Min(ChunkRows, samples.Count - first);
            Tape.Clear();
            ActorCriticOutput output = Network.Forward(
                Tape.Input(
                    samples.Observations.Slice(first * samples.ObservationSize, rows * samples.ObservationSize),
                    new Shape(rows, samples.ObservationSize)),
                samples.Masks.Slice(first * samples.MaskLength, rows * samples.MaskLength));
            Network.Distribution
                .LogProbability(
                    output.Policy, samples.Actions.Slice(first * samples.ActionSize, rows * samples.ActionSize))
                .Values.CopyTo(samples.LogProbabilities[first..]);
            output.Policy.Values.CopyTo(samples.Policies[(first * samples.PolicySize)..]);
            output.Values.Values.CopyTo(samples.Values[first..]);
        }
    }
}
