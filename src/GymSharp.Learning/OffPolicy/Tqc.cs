using GymSharp.Learning.Networks;
using GymSharp.Learning.PolicyGradient;
using GymSharp.Learning.Replay;
using GymSharp.Learning.Views;
using GymSharp.Neural;
using GymSharp.State;

namespace GymSharp.Learning.OffPolicy;

/// <summary>
/// Truncated quantile critics: SAC whose critics tell quantiles of the returns, of which the largest are left out of
/// the target against overestimation; Kuznetsov, Shvechikov, Grishin and Vetrov (2020), "Controlling Overestimation
/// Bias with Truncated Mixture of Continuous Distributional Quantile Critics".
/// </summary>
/// <remarks>
/// With <c>a' ~ π(s')</c>, the quantiles of all target networks are put together, the largest are left out, and the
/// others give targets <c>y_j = r + γ (z_j⁻(s', a') − α log π(a'|s'))</c>, which each critic's quantiles learn by the
/// quantile Huber loss; with <c>ã ~ π(s)</c> the actor's loss is <c>mean (α log π(ã|s) − mean_ij z_ij(s, ã))</c>.
/// </remarks>
public sealed class Tqc : ILearner, IHasNetworks, IHasPolicyGraph
{
    private readonly OffPolicyRun run;
    private readonly TqcOptions options;
    private readonly SquashedActor actor;
    private readonly CriticEnsemble critics;
    private readonly Temperature temperature;
    private readonly float[] pool;
    private readonly float[] targets;
    private readonly int kept;
    private readonly UpdateMetrics metrics = new(
        "learning_rate", "buffer", "critic_loss", "actor_loss", "mean_q", "entropy", "ent_coef");

    /// <summary>Prepares to learn.</summary>
    /// <param name="env">Environments with bounded Box actions; disposed with the learner.</param>
    /// <param name="options">Options of the algorithm.</param>
    /// <param name="setup">Seed, planned length of the run, threads.</param>
    /// <exception cref="ArgumentException">The actions are no Box, or have no bounds.</exception>
    public Tqc(TrainingEnv env, TqcOptions options, LearnerSetup setup)
    {
        ArgumentNullException.ThrowIfNull(options);
        this.options = options;
        run = new OffPolicyRun(env, options, setup);
        actor = new SquashedActor(run, options);
        critics = new CriticEnsemble(run, options, options.NCritics, options.NQuantiles);
        temperature = new Temperature(options, env.ActionSize);
        pool = new float[options.NCritics * options.NQuantiles];
        kept = options.NCritics * (options.NQuantiles - options.TopQuantilesToDropPerNet);
        targets = new float[options.BatchSize * kept];
        Agent = run.MakeAgent(actor.Parameters, actor.Mode);
    }

    /// <inheritdoc/>
    public IAgent Agent { get; }

    /// <inheritdoc/>
    public IReadOnlyDictionary<string, ParameterSet> Networks => new Dictionary<string, ParameterSet>
    {
        ["actor"] = actor.Parameters,
        ["critic"] = critics.Parameters,
    };

    /// <inheritdoc/>
    /// <remarks>Its output is the action in the middle of the distribution.</remarks>
    public PolicyGraph Graph => run.MakeGraph(actor.Parameters, actor.Mode);

    internal OffPolicyRun Run => run;

    internal SquashedActor Actor => actor;

    internal CriticEnsemble Critics => critics;

    /// <inheritdoc/>
    public IEnumerable<LearningReport> Learn()
    {
        run.Start();
        while (true)
        {
            run.Collect(actor);
            for (int due = run.UpdatesDue; due > 0; due--)
            {
                Update();
            }

            if (run.IsReportDue(metrics))
            {
                yield return run.Report(metrics, critics.Updates);
                metrics.Clear();
            }
        }
    }

    /// <summary>Draws transitions and learns from them once.</summary>
    /// <exception cref="InvalidOperationException">Nothing is remembered yet.</exception>
    public void Update()
    {
        TransitionBatch batch = run.Draw();
        ReadOnlySpan<float> choices = actor.Draw(batch.Observations, run.Rng);
        float alpha = temperature.Value;
        temperature.Learn(actor.LogProbability, run.LearningRate);
        ComputeTargets(batch, alpha);
        UpdateCritics(batch);
        UpdateActor(batch, choices, alpha);
        if (critics.Updates % options.TargetUpdateInterval == 0)
        {
            critics.Follow(options.Tau);
        }
    }

    /// <inheritdoc/>
    public void SyncState(StateSync sync)
    {
        run.SyncState(sync);
        actor.SyncState(sync);
        critics.SyncState(sync);
        temperature.SyncState(sync);
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        actor.Dispose();
        critics.Dispose();
        temperature.Dispose();
        run.Dispose();
    }

    // y_j = r + discount · (z_j⁻(s', a') − α log π(a'|s')) for the smallest of all quantiles; the discount is 0 after
    // termination and γ after truncation.
    private void ComputeTargets(TransitionBatch batch, float alpha)
    {
        (Tensor next, Tensor logProbability) = actor.DrawNext(batch.NextObservations, run.Rng);
        ReadOnlySpan<Tensor> quantiles = critics.Targets(batch.NextObservations, next.Values);
        ReadOnlySpan<float> log = logProbability.Values;
        for (int i = 0; i < options.BatchSize; i++)
        {
            for (int critic = 0; critic < quantiles.Length; critic++)
            {
                quantiles[critic].Values.Slice(i * options.NQuantiles, options.NQuantiles)
                    .CopyTo(pool.AsSpan(critic * options.NQuantiles));
            }

            Truncation.KeepSmallest(pool, kept);
            for (int j = 0; j < kept; j++)
            {
                float value = pool[j] - (alpha * log[i]);
                targets[(i * kept) + j] = batch.Rewards[i] + (batch.Discounts[i] * value);
            }
        }
    }

    // The mean over critics, transitions and pairs of a quantile and a target.
    private void UpdateCritics(TransitionBatch batch)
    {
        ReadOnlySpan<Tensor> quantiles = critics.Evaluate(batch);
        Tensor wanted = critics.Input(targets, kept);
        Tensor loss = quantiles[0].QuantileHuber(wanted, 1).Mean();
        for (int critic = 1; critic < quantiles.Length; critic++)
        {
            loss += quantiles[critic].QuantileHuber(wanted, 1).Mean();
        }

        loss *= 1f / pool.Length;
        metrics.Add(2, loss.Item);
        metrics.Add(4, quantiles[0].Values);
        critics.Learn(loss, run.LearningRate);
    }

    private void UpdateActor(TransitionBatch batch, ReadOnlySpan<float> choices, float alpha)
    {
        ReadOnlySpan<Tensor> quantiles = critics.Judge(batch.Observations, choices, critics.Count);
        Tensor sum = quantiles[0].Mean();
        for (int critic = 1; critic < quantiles.Length; critic++)
        {
            sum += quantiles[critic].Mean();
        }

        Tensor loss = sum * (-1f / quantiles.Length);
        ReadOnlySpan<float> gradient = critics.GradientOfChoices(loss);
        double entropy = -Statistics.Mean(actor.LogProbability);
        metrics.Add(3, loss.Item - (alpha * entropy));
        metrics.Add(5, entropy);
        metrics.Add(6, alpha);
        actor.Learn(alpha, gradient, run.LearningRate);
    }
}
