using GymSharp.Learning.Networks;
using GymSharp.Learning.PolicyGradient;
using GymSharp.Learning.Replay;
using GymSharp.Learning.Views;
using GymSharp.Neural;
using GymSharp.State;

namespace GymSharp.Learning.OffPolicy;

/// <summary>
/// Soft actor-critic: a stochastic actor that is paid for entropy as well as for rewards, with the lower of two critics
/// and a learned price of entropy; Haarnoja et al. (2018), "Soft Actor-Critic Algorithms and Applications".
/// </summary>
/// <remarks>
/// With <c>a' ~ π(s')</c>, <c>y = r + γ (min_i Q_i⁻(s', a') − α log π(a'|s'))</c>; the critics' loss is
/// <c>½ Σ_i mean (Q_i(s, a) − y)²</c>; with <c>ã ~ π(s)</c> the actor's is
/// <c>mean (α log π(ã|s) − min_i Q_i(s, ã))</c>, and that of α is <c>−log α · mean (log π(ã|s) + H)</c>.
/// </remarks>
public sealed class Sac : ILearner, IHasNetworks, IHasPolicyGraph
{
    private readonly OffPolicyRun run;
    private readonly SacOptions options;
    private readonly SquashedActor actor;
    private readonly CriticEnsemble critics;
    private readonly Temperature temperature;
    private readonly float[] targets;
    private readonly UpdateMetrics metrics = new(
        "learning_rate", "buffer", "critic_loss", "actor_loss", "mean_q", "entropy", "ent_coef");

    /// <summary>Prepares to learn.</summary>
    /// <param name="env">Environments with bounded Box actions; disposed with the learner.</param>
    /// <param name="options">Options of the algorithm.</param>
    /// <param name="setup">Seed, planned length of the run, threads.</param>
    /// <exception cref="ArgumentException">The actions are no Box, or have no bounds.</exception>
    public Sac(TrainingEnv env, SacOptions options, LearnerSetup setup)
    {
        ArgumentNullException.ThrowIfNull(options);
        this.options = options;
        run = new OffPolicyRun(env, options, setup);
        actor = new SquashedActor(run, options);
        critics = new CriticEnsemble(run, options, options.NCritics);
        temperature = new Temperature(options, env.ActionSize);
        targets = new float[options.BatchSize];
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

    // y = r + discount · (min Q⁻(s', a') − α log π(a'|s')); the discount is 0 after termination and γ after truncation.
    private void ComputeTargets(TransitionBatch batch, float alpha)
    {
        (Tensor next, Tensor logProbability) = actor.DrawNext(batch.NextObservations, run.Rng);
        ReadOnlySpan<Tensor> values = critics.Targets(batch.NextObservations, next.Values);
        ReadOnlySpan<float> least = CriticEnsemble.Least(values).Values;
        ReadOnlySpan<float> log = logProbability.Values;
        for (int i = 0; i < targets.Length; i++)
        {
            targets[i] = batch.Rewards[i] + (batch.Discounts[i] * (least[i] - (alpha * log[i])));
        }
    }

    private void UpdateCritics(TransitionBatch batch)
    {
        ReadOnlySpan<Tensor> values = critics.Evaluate(batch);
        Tensor loss = critics.SquaredError(values, targets) * 0.5f;
        metrics.Add(2, loss.Item);
        metrics.Add(4, values[0].Values);
        critics.Learn(loss, run.LearningRate);
    }

    private void UpdateActor(TransitionBatch batch, ReadOnlySpan<float> choices, float alpha)
    {
        Tensor loss = -CriticEnsemble.Least(critics.Judge(batch.Observations, choices, critics.Count)).Mean();
        ReadOnlySpan<float> gradient = critics.GradientOfChoices(loss);
        double entropy = -Statistics.Mean(actor.LogProbability);
        metrics.Add(3, loss.Item - (alpha * entropy));
        metrics.Add(5, entropy);
        metrics.Add(6, alpha);
        actor.Learn(alpha, gradient, run.LearningRate);
    }
}
