using GymSharp.Learning.Advantages;
using GymSharp.Learning.Networks;
using GymSharp.Learning.Views;
using GymSharp.Neural;
using GymSharp.Neural.Optimization;
using GymSharp.State;

namespace GymSharp.Learning.PolicyGradient;

/// <summary>
/// Proximal policy optimisation with an adaptive penalty, PPO1: the divergence from the policy that acted costs, and
/// the price follows how far updates go.
/// </summary>
/// <remarks>
/// <c>L = −mean r A + β mean KL(π_old ‖ π) + c_v mean (V − R)² − c_e mean H</c>; after an update β is doubled where the
/// divergence was more than 1.5 times the target, and halved where it was less than the target divided by 1.5.
/// Schulman, Wolski, Dhariwal, Radford and Klimov (2017), "Proximal Policy Optimization Algorithms", section 4.
/// </remarks>
public sealed class Ppo1 : ILearner, IHasNetworks, IHasPolicyGraph
{
    private const double Tolerance = 1.5;
    private const double LeastBeta = 1e-6;
    private const double MostBeta = 1e6;

    private readonly OnPolicyRun run;
    private readonly Ppo1Options options;
    private readonly Adam optimizer;
    private readonly int[] order;
    private readonly UpdateMetrics metrics = new(
        "policy_loss", "value_loss", "entropy", "kl", "beta", "explained_variance", "gradient_norm", "learning_rate");

    private double beta;

    /// <summary>Prepares to learn.</summary>
    /// <param name="env">Environments; disposed with the learner.</param>
    /// <param name="options">Options of the algorithm.</param>
    /// <param name="setup">Seed, planned length of the run, threads.</param>
    public Ppo1(TrainingEnv env, Ppo1Options options, LearnerSetup setup)
    {
        ArgumentNullException.ThrowIfNull(options);
        this.options = options;
        run = new OnPolicyRun(env, options, setup);
        optimizer = new Adam(run.Network.Parameters, new AdamOptions { Epsilon = 1e-5 }, run.Team);
        order = RowOrder.Of(options.StepsPerUpdate * env.NumEnvs);
        beta = options.BetaInitial;
    }

    /// <inheritdoc/>
    public IAgent Agent => run.Agent;

    /// <inheritdoc/>
    public IReadOnlyDictionary<string, ParameterSet> Networks => run.Networks;

    /// <inheritdoc/>
    public PolicyGraph Graph => run.Graph;

    /// <summary>β after a divergence: dearer where it was too large, cheaper where it was too small.</summary>
    /// <param name="beta">β of the update.</param>
    /// <param name="divergence">KL divergence that it had.</param>
    /// <param name="target">KL divergence that it should have had.</param>
    public static double Adapt(double beta, double divergence, double target) => Math.Clamp(
        divergence > target * Tolerance ? 2 * beta : divergence < target / Tolerance ? beta / 2 : beta,
        LeastBeta,
        MostBeta);

    /// <inheritdoc/>
    public IEnumerable<LearningReport> Learn()
    {
        run.Start();
        RolloutSamples batch = run.MakeSamples(Math.Min(options.BatchSize, order.Length));
        while (true)
        {
            RolloutBuffer rollout = run.Collect();
            GeneralizedAdvantage.Compute(rollout, options.Gamma, options.GaeLambda);
            metrics.Clear();
            metrics.Add(5, Statistics.ExplainedVariance(rollout.Samples.Returns, rollout.Samples.Values));
            Update(rollout.Samples, batch);
            double divergence = run.Divergence(rollout.Samples);
            metrics.Add(3, divergence);
            metrics.Add(4, beta);
            beta = Adapt(beta, divergence, options.TargetKl);
            yield return run.Env.Report(metrics);
        }
    }

    /// <inheritdoc/>
    public void SyncState(StateSync sync)
    {
        run.SyncState(sync);
        optimizer.SyncState(sync);
        sync.Sync(ref beta);
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        optimizer.Dispose();
        run.Dispose();
    }

    private void Update(RolloutSamples samples, RolloutSamples batch)
    {
        optimizer.LearningRate = options.LearningRate.At(run.Progress);
        metrics.Add(7, optimizer.LearningRate);
        RowOrder.Restart(order);
        for (int epoch = 0; epoch < options.Epochs; epoch++)
        {
            run.Rng.Shuffle<int>(order);
            for (int first = 0; first < order.Length; first += batch.Capacity)
            {
                batch.Gather(samples, order.AsSpan(first, Math.Min(batch.Capacity, order.Length - first)));
                Step(batch);
            }
        }
    }

    private void Step(RolloutSamples batch)
    {
        if (options.NormalizeAdvantage && batch.Count > 1)
        {
            Statistics.Standardize(batch.Advantages);
        }

        Tape tape = run.Tape;
        tape.Clear();
        ActorCriticOutput output = run.Network.Forward(
            tape.Input(batch.Observations, new Shape(batch.Count, batch.ObservationSize)), batch.Masks);
        (Tensor logProbability, Tensor entropies) = run.Network.Distribution.Evaluate(output.Policy, batch.Actions);
        Tensor ratio = (logProbability - tape.Input(batch.LogProbabilities)).Exp();
        Tensor former = tape.Input(batch.Policies, new Shape(batch.Count, batch.PolicySize));

        Tensor policy = -(ratio * tape.Input(batch.Advantages)).Mean();
        Tensor divergence = run.Network.Distribution.Divergence(former, output.Policy).Mean();
        Tensor value = (output.Values - tape.Input(batch.Returns)).Square().Mean();
        Tensor entropy = entropies.Mean();
        Tensor loss = policy + (divergence * (float)beta) + (value * (float)options.ValueCoefficient)
            - (entropy * (float)options.EntropyCoefficient);

        tape.Gradients.Clear();
        tape.Backward(loss);
        metrics.Add(0, policy.Item);
        metrics.Add(1, value.Item);
        metrics.Add(2, entropy.Item);
        metrics.Add(6, tape.Gradients.ClipByNorm((float)options.MaxGradientNorm));
        optimizer.Step(tape.Gradients);
    }
}
