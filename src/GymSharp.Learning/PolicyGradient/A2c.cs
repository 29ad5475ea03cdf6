using GymSharp.Learning.Advantages;
using GymSharp.Learning.Networks;
using GymSharp.Learning.Views;
using GymSharp.Neural;
using GymSharp.Neural.Optimization;
using GymSharp.State;

namespace GymSharp.Learning.PolicyGradient;

/// <summary>
/// Advantage actor-critic: a few steps in several environments, then one step along the gradient of the policy.
/// </summary>
/// <remarks>
/// <c>L = −mean A ln π(a|s) + c_v mean (V − R)² − c_e mean H</c>. Mnih et al. (2016), "Asynchronous Methods for Deep
/// Reinforcement Learning", section 4, with the environments in step, as in OpenAI's a2c.
/// </remarks>
public sealed class A2c : ILearner, IHasNetworks, IHasPolicyGraph
{
    private readonly OnPolicyRun run;
    private readonly A2cOptions options;
    private readonly Optimizer optimizer;
    private readonly UpdateMetrics metrics = new(
        "policy_loss", "value_loss", "entropy", "explained_variance", "gradient_norm", "learning_rate");

    /// <summary>Prepares to learn.</summary>
    /// <param name="env">Environments; disposed with the learner.</param>
    /// <param name="options">Options of the algorithm.</param>
    /// <param name="setup">Seed, planned length of the run, threads.</param>
    public A2c(TrainingEnv env, A2cOptions options, LearnerSetup setup)
    {
        ArgumentNullException.ThrowIfNull(options);
        this.options = options;
        run = new OnPolicyRun(env, options, setup);
        ParameterSet parameters = run.Network.Parameters;
        optimizer = options.RmsProp
            ? new RmsProp(
                parameters,
                new RmsPropOptions
                {
                    Decay = options.RmsPropDecay,
                    Epsilon = options.RmsPropEpsilon,
                    Form = options.RmsPropForm,
                },
                run.Team)
            : new Adam(parameters, new AdamOptions { Epsilon = 1e-5 }, run.Team);
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
        while (true)
        {
            RolloutBuffer rollout = run.Collect();
            GeneralizedAdvantage.Compute(rollout, options.Gamma, options.GaeLambda);
            Update(rollout.Samples);
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
        run.Dispose();
    }

    private void Update(RolloutSamples samples)
    {
        metrics.Clear();
        metrics.Add(3, Statistics.ExplainedVariance(samples.Returns, samples.Values));
        if (options.NormalizeAdvantage && samples.Count > 1)
        {
            Statistics.Standardize(samples.Advantages);
        }

        Tape tape = run.Tape;
        tape.Clear();
        Tensor observations = tape.Input(samples.Observations, new Shape(samples.Count, samples.ObservationSize));
        ActorCriticOutput output = run.Network.Forward(observations, samples.Masks);
        (Tensor logProbability, Tensor entropies) = run.Network.Distribution.Evaluate(output.Policy, samples.Actions);

        Tensor policy = -(logProbability * tape.Input(samples.Advantages)).Mean();
        Tensor value = (output.Values - tape.Input(samples.Returns)).Square().Mean();
        Tensor entropy = entropies.Mean();
        Tensor loss = policy + (value * (float)options.ValueCoefficient)
            - (entropy * (float)options.EntropyCoefficient);

        tape.Gradients.Clear();
        tape.Backward(loss);
        optimizer.LearningRate = options.LearningRate.At(run.Progress);
        metrics.Add(0, policy.Item);
        metrics.Add(1, value.Item);
        metrics.Add(2, entropy.Item);
        metrics.Add(4, tape.Gradients.ClipByNorm((float)options.MaxGradientNorm));
        metrics.Add(5, optimizer.LearningRate);
        optimizer.Step(tape.Gradients);
    }
}
