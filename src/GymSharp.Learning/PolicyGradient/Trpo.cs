using GymSharp.Learning.Advantages;
using GymSharp.Learning.Networks;
using GymSharp.Learning.Views;
using GymSharp.Neural;
using GymSharp.Neural.Optimization;
using GymSharp.State;

namespace GymSharp.Learning.PolicyGradient;

/// <summary>
/// Trust region policy optimisation: the best step of the policy whose KL divergence from the old one stays in bounds.
/// </summary>
/// <remarks>
/// Maximises <c>mean r A</c> under <c>mean KL(π_old ‖ π) ≤ δ</c>: the direction solves <c>F x = g</c> by conjugate
/// gradients, its length is <c>√(2δ / xᵀFx)</c>, and a line search shortens it until both hold. Schulman, Levine,
/// Moritz, Jordan and Abbeel (2015), "Trust Region Policy Optimization", section 6 and appendix C.
/// </remarks>
public sealed class Trpo : ILearner, IHasNetworks, IHasPolicyGraph
{
    private readonly OnPolicyRun run;
    private readonly TrpoOptions options;
    private readonly Adam critic;
    private readonly ConjugateGradient solver;
    private readonly FisherProduct fisher;
    private readonly ConjugateGradient.Product multiply;
    private readonly float[] gradient;
    private readonly float[] direction;
    private readonly float[] product;
    private readonly float[] old;
    private readonly int[] order;
    private readonly UpdateMetrics metrics = new(
        "policy_objective", "kl", "line_search_steps", "line_search_success", "value_loss", "entropy",
        "explained_variance", "gradient_norm");

    /// <summary>Prepares to learn.</summary>
    /// <param name="env">Environments; disposed with the learner.</param>
    /// <param name="options">Options of the algorithm.</param>
    /// <param name="setup">Seed, planned length of the run, threads.</param>
    public Trpo(TrainingEnv env, TrpoOptions options, LearnerSetup setup)
    {
        ArgumentNullException.ThrowIfNull(options);
        this.options = options with { SharedNetwork = false };
        run = new OnPolicyRun(env, this.options, setup);
        ParameterSet parameters = run.Network.Parameters;
        critic = new Adam(parameters, new AdamOptions { Epsilon = 1e-5 }, run.Team);
        solver = new ConjugateGradient(parameters.Length);
        fisher = new FisherProduct(run.Network, run.Tape, options.CgDamping);
        multiply = fisher.Multiply;
        gradient = new float[parameters.Length];
        direction = new float[parameters.Length];
        product = new float[parameters.Length];
        old = new float[parameters.Length];
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
            RolloutSamples samples = Collect();
            UpdatePolicy(samples);
            UpdateCritic(samples, batch);
            yield return run.Env.Report(metrics);
        }
    }

    /// <inheritdoc/>
    public void SyncState(StateSync sync)
    {
        run.SyncState(sync);
        critic.SyncState(sync);
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        critic.Dispose();
        run.Dispose();
    }

    private RolloutSamples Collect()
    {
        RolloutBuffer rollout = run.Collect();
        GeneralizedAdvantage.Compute(rollout, options.Gamma, options.GaeLambda);
        RolloutSamples samples = rollout.Samples;
        metrics.Clear();
        metrics.Add(6, Statistics.ExplainedVariance(samples.Returns, samples.Values));
        if (options.NormalizeAdvantage && samples.Count > 1)
        {
            Statistics.Standardize(samples.Advantages);
        }

        return samples;
    }

    private void UpdatePolicy(RolloutSamples samples)
    {
        Gradients gradients = run.Tape.Gradients;
        (Tensor objective, _, Tensor entropy) = Objective(samples);
        metrics.Add(5, entropy.Item);
        double before = objective.Item;
        gradients.Clear();
        run.Tape.Backward(objective);
        gradients.Values.CopyTo(gradient);
        metrics.Add(7, gradients.Norm());

        fisher.Samples = samples;
        solver.Solve(multiply, gradient, options.CgMaxSteps, direction);
        fisher.Multiply(direction, product);
        double curvature = ConjugateGradient.Dot(direction, product);
        LineSearch(samples, before, curvature > 0 ? Math.Sqrt(2 * options.TargetKl / curvature) : 0);
    }

    private void LineSearch(RolloutSamples samples, double before, double length)
    {
        ParameterSet parameters = run.Network.Parameters;
        parameters.Values.CopyTo(old);
        run.Tape.IsRecording = false;
        bool found = false;
        for (int step = 1; step <= options.LineSearchSteps && !found; step++, length *= options.LineSearchShrink)
        {
            old.CopyTo(parameters.Values);
            ConjugateGradient.Add(parameters.Values, length, direction);
            parameters.MarkChanged();
            (Tensor objective, Tensor divergence, _) = Objective(samples);
            found = divergence.Item < options.TargetKl && objective.Item > before;
            if (found)
            {
                metrics.Add(0, objective.Item - before);
                metrics.Add(1, divergence.Item);
                metrics.Add(2, step);
            }
        }

        run.Tape.IsRecording = true;
        metrics.Add(3, found ? 1 : 0);
        if (!found)
        {
            old.CopyTo(parameters.Values);
            parameters.MarkChanged();
        }
    }

    // The surrogate objective (equation 14 of the paper), the divergence from the old policy, and the entropy.
    private (Tensor Objective, Tensor Divergence, Tensor Entropy) Objective(RolloutSamples samples)
    {
        Tape tape = run.Tape;
        tape.Clear();
        Tensor policy = run.Network.Act(
            tape.Input(samples.Observations, new Shape(samples.Count, samples.ObservationSize)), samples.Masks).Policy;
        (Tensor logProbability, Tensor entropy) = run.Network.Distribution.Evaluate(policy, samples.Actions);
        Tensor ratio = (logProbability - tape.Input(samples.LogProbabilities)).Exp();
        Tensor former = tape.Input(samples.Policies, new Shape(samples.Count, samples.PolicySize));
        return (
            (ratio * tape.Input(samples.Advantages)).Mean(),
            run.Network.Distribution.Divergence(former, policy).Mean(),
            entropy.Mean());
    }

    private void UpdateCritic(RolloutSamples samples, RolloutSamples batch)
    {
        critic.LearningRate = options.LearningRate.At(run.Progress);
        RowOrder.Restart(order);
        for (int pass = 0; pass < options.CriticUpdates; pass++)
        {
            run.Rng.Shuffle<int>(order);
            for (int first = 0; first < order.Length; first += batch.Capacity)
            {
                batch.Gather(samples, order.AsSpan(first, Math.Min(batch.Capacity, order.Length - first)));
                Tape tape = run.Tape;
                tape.Clear();
                Tensor values = run.Network.Value(
                    tape.Input(batch.Observations, new Shape(batch.Count, batch.ObservationSize)));
                Tensor loss = (values - tape.Input(batch.Returns)).Square().Mean();
                tape.Gradients.Clear();
                tape.Backward(loss);
                metrics.Add(4, loss.Item);
                critic.Step(tape.Gradients);
            }
        }
    }
}
