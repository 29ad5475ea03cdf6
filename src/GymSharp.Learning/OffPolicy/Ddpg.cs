using GymSharp.Learning.Networks;
using GymSharp.Learning.Replay;
using GymSharp.Learning.Views;
using GymSharp.Neural;
using GymSharp.State;

namespace GymSharp.Learning.OffPolicy;

/// <summary>
/// Deep deterministic policy gradient: a critic learns from remembered transitions what actions are worth, and the
/// actor follows the slope of that; Lillicrap et al. (2016), "Continuous control with deep reinforcement learning".
/// </summary>
/// <remarks>
/// <c>y = r + γ Q⁻(s', π⁻(s'))</c>; the critic's loss is <c>mean (Q(s, a) − y)²</c>, the actor's
/// <c>−mean Q(s, π(s))</c>. The target networks, with ⁻, follow slowly.
/// </remarks>
public sealed class Ddpg : ILearner, IHasNetworks, IHasPolicyGraph
{
    private readonly OffPolicyRun run;
    private readonly DdpgOptions options;
    private readonly DeterministicActor actor;
    private readonly CriticEnsemble critic;
    private readonly float[] targets;
    private readonly UpdateMetrics metrics = new("learning_rate", "buffer", "critic_loss", "actor_loss", "mean_q");

    /// <summary>Prepares to learn.</summary>
    /// <param name="env">Environments with bounded Box actions; disposed with the learner.</param>
    /// <param name="options">Options of the algorithm.</param>
    /// <param name="setup">Seed, planned length of the run, threads.</param>
    /// <exception cref="ArgumentException">The actions are no Box, or have no bounds.</exception>
    public Ddpg(TrainingEnv env, DdpgOptions options, LearnerSetup setup)
    {
        ArgumentNullException.ThrowIfNull(options);
        this.options = options;
        run = new OffPolicyRun(env, options, setup);
        actor = new DeterministicActor(run, options);
        critic = new CriticEnsemble(run, options, count: 1);
        targets = new float[options.BatchSize];
        Agent = run.MakeAgent(actor.Parameters, actor.Forward);
    }

    /// <inheritdoc/>
    public IAgent Agent { get; }

    /// <inheritdoc/>
    public IReadOnlyDictionary<string, ParameterSet> Networks => new Dictionary<string, ParameterSet>
    {
        ["actor"] = actor.Parameters,
        ["critic"] = critic.Parameters,
    };

    /// <inheritdoc/>
    /// <remarks>Its output is the action.</remarks>
    public PolicyGraph Graph => run.MakeGraph(actor.Parameters, actor.Forward);

    internal OffPolicyRun Run => run;

    internal DeterministicActor Actor => actor;

    internal CriticEnsemble Critics => critic;

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
                yield return run.Report(metrics, critic.Updates);
                metrics.Clear();
            }
        }
    }

    /// <summary>Draws transitions and learns from them once.</summary>
    /// <exception cref="InvalidOperationException">Nothing is remembered yet.</exception>
    public void Update()
    {
        TransitionBatch batch = run.Draw();
        ComputeTargets(batch);
        UpdateCritic(batch);
        UpdateActor(batch);
        critic.Follow(options.Tau);
        actor.Follow(options.Tau);
    }

    /// <inheritdoc/>
    public void SyncState(StateSync sync)
    {
        run.SyncState(sync);
        actor.SyncState(sync);
        critic.SyncState(sync);
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        actor.Dispose();
        critic.Dispose();
        run.Dispose();
    }

    // y = r + discount · Q⁻(s', π⁻(s')); the discount is 0 after termination and γ after truncation.
    private void ComputeTargets(TransitionBatch batch)
    {
        Span<float> next = actor.TargetActions(batch.NextObservations);
        ReadOnlySpan<float> values = critic.Targets(batch.NextObservations, next)[0].Values;
        for (int i = 0; i < targets.Length; i++)
        {
            targets[i] = batch.Rewards[i] + (batch.Discounts[i] * values[i]);
        }
    }

    private void UpdateCritic(TransitionBatch batch)
    {
        ReadOnlySpan<Tensor> values = critic.Evaluate(batch);
        Tensor loss = critic.SquaredError(values, targets);
        metrics.Add(2, loss.Item);
        metrics.Add(4, values[0].Values);
        critic.Learn(loss, run.LearningRate);
    }

    private void UpdateActor(TransitionBatch batch)
    {
        Span<float> actions = actor.Actions(batch.Observations);
        Tensor loss = -critic.Judge(batch.Observations, actions, critics: 1)[0].Mean();
        metrics.Add(3, loss.Item);
        actor.Learn(critic.GradientOfChoices(loss), run.LearningRate);
    }
}
