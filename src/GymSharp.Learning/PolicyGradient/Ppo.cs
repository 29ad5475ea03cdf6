using GymSharp.Learning.Advantages;
using GymSharp.Learning.Networks;
using GymSharp.Learning.Views;
using GymSharp.Neural;
using GymSharp.Neural.Optimization;
using GymSharp.State;

namespace GymSharp.Learning.PolicyGradient;

/// <summary>
/// Proximal policy optimisation, PPO2: acts for some steps, then climbs a clipped objective that forbids going far from
/// the policy that acted.
/// </summary>
/// <remarks>
/// Schulman, Wolski, Dhariwal, Radford and Klimov (2017), "Proximal Policy Optimization Algorithms". The details that
/// the paper leaves out are those of OpenAI's ppo2: Huang et al. (2022), "The 37 Implementation Details of Proximal
/// Policy Optimization".
/// </remarks>
public sealed class Ppo : ILearner, IHasNetworks, IHasPolicyGraph
{
    private readonly OnPolicyRun run;
    private readonly PpoOptions options;
    private readonly PpoLoss loss;
    private readonly ShardedGradients gradients;
    private readonly Adam optimizer;
    private readonly int[] order;
    private readonly UpdateMetrics metrics = new(
        "policy_loss", "value_loss", "entropy", "approximate_kl", "clip_fraction", "explained_variance",
        "gradient_norm", "learning_rate");

    /// <summary>Prepares to learn.</summary>
    /// <param name="env">Environments; disposed with the learner.</param>
    /// <param name="options">Options of the algorithm.</param>
    /// <param name="setup">Seed, planned length of the run, threads.</param>
    public Ppo(TrainingEnv env, PpoOptions options, LearnerSetup setup)
    {
        ArgumentNullException.ThrowIfNull(options);
        this.options = options;
        run = new OnPolicyRun(env, options, setup);
        loss = new PpoLoss(run.Network, options);
        gradients = new ShardedGradients(run.Network.Parameters, run.Team);
        optimizer = new Adam(run.Network.Parameters, new AdamOptions { Epsilon = 1e-5 }, run.Team);
        order = RowOrder.Of(options.StepsPerUpdate * env.NumEnvs);
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
        run.Start();
        RolloutSamples batch = run.MakeSamples(Math.Min(options.BatchSize, order.Length));
        while (true)
        {
            RolloutBuffer rollout = run.Collect();
            GeneralizedAdvantage.Compute(rollout, options.Gamma, options.GaeLambda);
            metrics.Clear();
            metrics.Add(5, Statistics.ExplainedVariance(rollout.Samples.Returns, rollout.Samples.Values));
            Update(rollout.Samples, batch);
            yield return run.Env.Report(metrics);
        }
    }

    /// <inheritdoc/>
    public void SyncState(StateSync sync)
    {
        run.SyncState(sync);
        optimizer.SyncState(sync);
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        optimizer.Dispose();
        gradients.Dispose();
        run.Dispose();
    }

    private void Update(RolloutSamples samples, RolloutSamples batch)
    {
        optimizer.LearningRate = options.LearningRate.At(run.Progress);
        metrics.Add(7, optimizer.LearningRate);
        loss.ClipRange = options.ClipRange.At(run.Progress);
        loss.EntropyCoefficient = options.EntropyCoefficient.At(run.Progress);
        RowOrder.Restart(order);
        for (int epoch = 0; epoch < options.Epochs; epoch++)
        {
            // Where a batch is all there is, its order does not matter.
            bool isWhole = batch.Capacity == order.Length;
            if (!isWhole)
            {
                run.Rng.Shuffle<int>(order);
            }

            for (int first = 0; first < order.Length; first += batch.Capacity)
            {
                if (!isWhole || epoch == 0)
                {
                    Fill(batch, samples, order.AsSpan(first, Math.Min(batch.Capacity, order.Length - first)));
                }

                if (!Step(batch))
                {
                    return;
                }
            }
        }
    }

    private void Fill(RolloutSamples batch, RolloutSamples samples, ReadOnlySpan<int> rows)
    {
        batch.Gather(samples, rows);
        if (options.NormalizeAdvantage && rows.Length > 1)
        {
            Statistics.Standardize(batch.Advantages);
        }
    }

    // One step along the gradient. False, and no step, where the policy has gone too far already.
    private bool Step(RolloutSamples batch)
    {
        loss.Samples = batch;
        gradients.Run(batch.Count, loss);
        PpoTerms terms = loss.Terms();
        metrics.Add(0, terms.Policy);
        metrics.Add(1, terms.Value);
        metrics.Add(2, terms.Entropy);
        metrics.Add(3, terms.ApproximateKl);
        metrics.Add(4, terms.ClipFraction);
        if (options.TargetKl is { } target && terms.ApproximateKl > 1.5 * target)
        {
            return false;
        }

        metrics.Add(6, gradients.Gradients.ClipByNorm((float)options.MaxGradientNorm));
        optimizer.Step(gradients.Gradients);
        return true;
    }
}
