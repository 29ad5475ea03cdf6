using GymSharp.Learning.Networks;
using GymSharp.Learning.Views;
using GymSharp.Neural;
using GymSharp.Neural.Optimization;
using GymSharp.State;

namespace GymSharp.Learning.PolicyGradient;

/// <summary>
/// REINFORCE: plays whole episodes and makes each action more probable by what followed it, less what was expected.
/// </summary>
/// <remarks>
/// <c>L = −mean (G_t − V(s_t)) ln π(a_t|s_t)</c> with <c>G_t = r_{t+1} + γ G_{t+1}</c> to the end of the episode,
/// whatever ended it; without baseline V is 0. Williams (1992), "Simple Statistical Gradient-Following Algorithms for
/// Connectionist Reinforcement Learning"; Sutton and Barto (2018), sections 13.3 and 13.4. As usual in practice the
/// factor γ^t of the book is left out, and each step of an update weighs the same.
/// </remarks>
public sealed class Reinforce : ILearner, IHasNetworks, IHasPolicyGraph
{
    private readonly OnPolicyRun run;
    private readonly ReinforceOptions options;
    private readonly Adam optimizer;
    private readonly UpdateMetrics metrics = new(
        "policy_loss", "value_loss", "entropy", "gradient_norm", "learning_rate", "samples");

    private EpisodeTrace[] traces = [];

    /// <summary>Prepares to learn.</summary>
    /// <param name="env">Environments; disposed with the learner.</param>
    /// <param name="options">Options of the algorithm.</param>
    /// <param name="setup">Seed, planned length of the run, threads.</param>
    public Reinforce(TrainingEnv env, ReinforceOptions options, LearnerSetup setup)
    {
        ArgumentNullException.ThrowIfNull(options);
        this.options = options;
        run = new OnPolicyRun(env, options, setup);
        optimizer = new Adam(run.Network.Parameters, new AdamOptions(), run.Team);
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
        MakeTraces();
        RolloutSamples samples = run.MakeSamples(1024);
        while (true)
        {
            samples = Play(samples);
            Update(samples);
            yield return run.Env.Report(metrics);
        }
    }

    /// <inheritdoc/>
    public void SyncState(StateSync sync)
    {
        run.SyncState(sync);
        optimizer.SyncState(sync);
        bool isStarted = traces.Length > 0;
        sync.Sync(ref isStarted);
        if (isStarted)
        {
            MakeTraces();
        }

        foreach (EpisodeTrace trace in traces)
        {
            trace.SyncState(sync);
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        optimizer.Dispose();
        run.Dispose();
    }

    // Episodes that are under way when the last one ends are finished before the next update, by the new policy.
    private RolloutSamples Play(RolloutSamples samples)
    {
        TrainingEnv env = run.Env;
        run.Tape.IsRecording = false;
        int rows = 0;
        for (int episodes = 0; episodes < options.EpisodesPerUpdate;)
        {
            ReadOnlySpan<bool> masks = samples.MaskLength > 0 ? env.ActionMasks : [];
            ReadOnlySpan<float> actions = run.Draw(masks);
            for (int i = 0; i < env.NumEnvs; i++)
            {
                traces[i].Add(
                    env.Observations.Slice(i * env.ObservationSize, env.ObservationSize),
                    actions.Slice(i * env.ActionSize, env.ActionSize),
                    masks.Slice(i * samples.MaskLength, samples.MaskLength));
            }

            env.Step(actions);
            for (int i = 0; i < env.NumEnvs; i++)
            {
                traces[i].Reward(env.Rewards[i]);
                if (env.Terminated[i] || env.Truncated[i])
                {
                    int count = traces[i].Count;
                    samples = WithRoom(samples, rows, count);
                    traces[i].MoveTo(samples, rows, options.Gamma);
                    rows += count;
                    episodes++;
                }
            }
        }

        run.Tape.IsRecording = true;
        return samples;
    }

    private void Update(RolloutSamples samples)
    {
        Tape tape = run.Tape;
        tape.Clear();
        ActorCriticOutput output = run.Network.Forward(
            tape.Input(samples.Observations, new Shape(samples.Count, samples.ObservationSize)), samples.Masks);
        (Tensor logProbability, Tensor entropies) = run.Network.Distribution.Evaluate(output.Policy, samples.Actions);
        for (int i = 0; i < samples.Count; i++)
        {
            samples.Advantages[i] = samples.Returns[i] - (options.Baseline ? output.Values.Values[i] : 0);
        }

        if (options.NormalizeAdvantage && samples.Count > 1)
        {
            Statistics.Standardize(samples.Advantages);
        }

        Tensor policy = -(logProbability * tape.Input(samples.Advantages)).Mean();
        Tensor value = (output.Values - tape.Input(samples.Returns)).Square().Mean();
        Tensor entropy = entropies.Mean();
        Tensor loss = policy - (entropy * (float)options.EntropyCoefficient);
        if (options.Baseline)
        {
            loss += value * (float)options.ValueCoefficient;
        }

        tape.Gradients.Clear();
        tape.Backward(loss);
        optimizer.LearningRate = options.LearningRate.At(run.Progress);
        metrics.Clear();
        metrics.Add(0, policy.Item);
        metrics.Add(1, value.Item);
        metrics.Add(2, entropy.Item);
        metrics.Add(3, tape.Gradients.ClipByNorm((float)options.MaxGradientNorm));
        metrics.Add(4, optimizer.LearningRate);
        metrics.Add(5, samples.Count);
        optimizer.Step(tape.Gradients);
    }

    private RolloutSamples WithRoom(RolloutSamples samples, int rows, int more)
    {
        RolloutSamples result = samples;
        if (rows + more > samples.Capacity)
        {
            result = run.MakeSamples(Math.Max(2 * samples.Capacity, rows + more));
            samples.Resize(rows);
            result.Take(samples);
        }

        result.Resize(rows + more);
        return result;
    }

    private void MakeTraces()
    {
        if (traces.Length == 0)
        {
            RolloutSamples sizes = run.MakeSamples(1);
            traces = [.. Enumerable.Range(0, run.Env.NumEnvs).Select(
                _ => new EpisodeTrace(sizes.ObservationSize, sizes.ActionSize, sizes.MaskLength))];
        }
    }
}
