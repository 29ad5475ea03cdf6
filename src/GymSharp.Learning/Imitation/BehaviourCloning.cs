using GymSharp.Learning.Networks;
using GymSharp.Learning.PolicyGradient;
using GymSharp.Learning.Views;
using GymSharp.Neural;
using GymSharp.Neural.Optimization;
using GymSharp.State;

namespace GymSharp.Learning.Imitation;

/// <summary>Behaviour cloning: makes the recorded actions probable in the recorded situations.</summary>
/// <remarks>
/// <c>L = −mean ln π(a|s) − c_e mean H</c> over what was recorded; the environment is never stepped, and what counts as
/// steps of the run are the samples learned from. Pomerleau (1989), "ALVINN: An Autonomous Land Vehicle in a Neural
/// Network".
/// </remarks>
public sealed class BehaviourCloning : ILearner, IHasNetworks, IHasPolicyGraph
{
    private readonly OnPolicyRun run;
    private readonly BehaviourCloningOptions options;
    private readonly Adam optimizer;
    private readonly RolloutSamples data;
    private readonly RolloutSamples batch;
    private readonly int[] order;
    private readonly LearnerSetup setup;
    private readonly UpdateMetrics metrics = new("policy_loss", "entropy", "gradient_norm", "learning_rate");

    private long samples;

    /// <summary>Prepares to learn.</summary>
    /// <param name="env">Environments whose spaces the recording has; disposed with the learner.</param>
    /// <param name="options">Options of the algorithm.</param>
    /// <param name="setup">Seed, planned length of the run, threads.</param>
    /// <exception cref="ArgumentException">No file is named.</exception>
    /// <exception cref="IOException">The file cannot be read.</exception>
    /// <exception cref="FormatException">The file holds no recording of such an environment.</exception>
    public BehaviourCloning(TrainingEnv env, BehaviourCloningOptions options, LearnerSetup setup)
    {
        ArgumentNullException.ThrowIfNull(env);
        ArgumentNullException.ThrowIfNull(options);
        string path = options.Data ?? throw new ArgumentException(string.Join(' ', options.Errors()), nameof(options));
        (float[] observations, float[] actions) = Demonstrations.Read(path, env);
        this.options = options;
        this.setup = setup;
        run = new OnPolicyRun(env, options, setup);
        env.ObservationNormalizer?.Update(observations);
        env.ObservationNormalizer?.Apply(observations, observations);
        optimizer = new Adam(run.Network.Parameters, new AdamOptions(), run.Team);
        int count = actions.Length / env.ActionSize;
        data = run.MakeSamples(count);
        observations.CopyTo(data.Observations);
        actions.CopyTo(data.Actions);
        order = RowOrder.Of(count);
        batch = run.MakeSamples(Math.Min(options.BatchSize, count));
    }

    /// <inheritdoc/>
    public IAgent Agent => run.Agent;

    /// <inheritdoc/>
    public IReadOnlyDictionary<string, ParameterSet> Networks => run.Networks;

    /// <inheritdoc/>
    public PolicyGraph Graph => run.Graph;

    /// <inheritdoc/>
    public IEnumerable<LearningReport> Learn()
    {
        // Never stepped, but seeded: checkpoints hold the environments as well, and are to be the same every time.
        run.Start();
        while (true)
        {
            metrics.Clear();
            optimizer.LearningRate = options.LearningRate.At((double)samples / Math.Max(1, setup.Steps));
            metrics.Add(3, optimizer.LearningRate);
            RowOrder.Restart(order);
            run.Rng.Shuffle<int>(order);
            for (int first = 0; first < order.Length; first += batch.Capacity)
            {
                batch.Gather(data, order.AsSpan(first, Math.Min(batch.Capacity, order.Length - first)));
                Step();
            }

            samples += order.Length;
            yield return new(samples, 0, null, null, metrics);
        }
    }

    /// <inheritdoc/>
    public void SyncState(StateSync sync)
    {
        run.SyncState(sync);
        optimizer.SyncState(sync);
        sync.Sync(ref samples);
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        optimizer.Dispose();
        run.Dispose();
    }

    private void Step()
    {
        Tape tape = run.Tape;
        tape.Clear();
        Tensor policy = run.Network.Act(
            tape.Input(batch.Observations, new Shape(batch.Count, batch.ObservationSize))).Policy;
        (Tensor logProbability, Tensor entropies) = run.Network.Distribution.Evaluate(policy, batch.Actions);
        Tensor likelihood = -logProbability.Mean();
        Tensor entropy = entropies.Mean();
        tape.Gradients.Clear();
        tape.Backward(likelihood - (entropy * (float)options.EntropyCoefficient));
        metrics.Add(0, likelihood.Item);
        metrics.Add(1, entropy.Item);
        metrics.Add(2, tape.Gradients.Norm());
        optimizer.Step(tape.Gradients);
    }
}
