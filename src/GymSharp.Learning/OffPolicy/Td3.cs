using GymSharp.Learning.Networks;
using GymSharp.Learning.Replay;
using GymSharp.Learning.Views;
using GymSharp.Neural;
using GymSharp.State;

namespace GymSharp.Learning.OffPolicy;

/// <summary>
/// Twin delayed DDPG: DDPG that trusts the lower of two critics, learns the actor more slowly than the critics, and
/// smooths the target by noise; Fujimoto, van Hoof and Meger (2018), "Addressing Function Approximation Error in
/// Actor-Critic Methods".
/// </summary>
/// <remarks>
/// <c>ã = clip(π⁻(s') + clip(ε, ±c), ±1)</c> with <c>ε ~ N(0, σ²)</c>, <c>y = r + γ min_i Q_i⁻(s', ã)</c>; the critics'
/// loss is <c>Σ_i mean (Q_i(s, a) − y)²</c>, the actor's, every second update, <c>−mean Q_1(s, π(s))</c>.
/// </remarks>
public sealed class Td3 : ILearner, IHasNetworks, IHasPolicyGraph
{
    private readonly OffPolicyRun run;
    private readonly Td3Options options;
    private readonly DeterministicActor actor;
    private readonly CriticEnsemble critics;
    private readonly float[] targets;
    private readonly float[] noise;
    private readonly UpdateMetrics metrics = new("learning_rate", "buffer", "critic_loss", "actor_loss", "mean_q");

    /// <summary>Prepares to learn.</summary>
    /// <param name="env">Environments with bounded Box actions; disposed with the learner.</param>
    /// <param name="options">Options of the algorithm.</param>
    /// <param name="setup">Seed, planned length of the run, threads.</param>
    /// <exception cref="ArgumentException">The actions are no Box, or have no bounds.</exception>
    public Td3(TrainingEnv env, Td3Options options, LearnerSetup setup)
    {
        ArgumentNullException.ThrowIfNull(options);
        this.options = options;
        run = new OffPolicyRun(env, options, setup);
        actor = new DeterministicActor(run, options);
        critics = new CriticEnsemble(run, options, options.NCritics);
        targets = new float[options.BatchSize];
        noise = new float[options.BatchSize * env.ActionSize];
        Agent = run.MakeAgent(actor.Parameters, actor.Forward);
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
    /// <remarks>Its output is the action.</remarks>
    public PolicyGraph Graph => run.MakeGraph(actor.Parameters, actor.Forward);

    internal OffPolicyRun Run => run;

    internal DeterministicActor Actor => actor;

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
        ComputeTargets(batch);
        UpdateCritics(batch);
        if (critics.Updates % options.PolicyDelay == 0)
        {
            UpdateActor(batch);
            critics.Follow(options.Tau);
            actor.Follow(options.Tau);
        }
    }

    /// <inheritdoc/>
    public void SyncState(StateSync sync)
    {
        run.SyncState(sync);
        actor.SyncState(sync);
        critics.SyncState(sync);
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        actor.Dispose();
        critics.Dispose();
        run.Dispose();
    }

    // y = r + discount · min Q⁻(s', π⁻(s') + noise); the discount is 0 after termination and γ after truncation.
    private void ComputeTargets(TransitionBatch batch)
    {
        Span<float> next = actor.TargetActions(batch.NextObservations);
        run.Rng.StandardNormal(noise);
        float clip = (float)options.TargetNoiseClip;
        for (int i = 0; i < noise.Length; i++)
        {
            float shift = Math.Clamp(noise[i] * (float)options.TargetPolicyNoise, -clip, clip);
            next[i] = Math.Clamp(next[i] + shift, -1, 1);
        }

        ReadOnlySpan<Tensor> values = critics.Targets(batch.NextObservations, next);
        ReadOnlySpan<float> least = CriticEnsemble.Least(values).Values;
        for (int i = 0; i < targets.Length; i++)
        {
            targets[i] = batch.Rewards[i] + (batch.Discounts[i] * least[i]);
        }
    }

    private void UpdateCritics(TransitionBatch batch)
    {
        ReadOnlySpan<Tensor> values = critics.Evaluate(batch);
        Tensor loss = critics.SquaredError(values, targets);
        metrics.Add(2, loss.Item);
        metrics.Add(4, values[0].Values);
        critics.Learn(loss, run.LearningRate);
    }

    private void UpdateActor(TransitionBatch batch)
    {
        Span<float> actions = actor.Actions(batch.Observations);
        Tensor loss = -critics.Judge(batch.Observations, actions, critics: 1)[0].Mean();
        metrics.Add(3, loss.Item);
        actor.Learn(critics.GradientOfChoices(loss), run.LearningRate);
    }
}
