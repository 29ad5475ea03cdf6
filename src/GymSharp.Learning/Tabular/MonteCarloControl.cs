using GymSharp.Learning.Views;
using GymSharp.State;

namespace GymSharp.Learning.Tabular;

/// <summary>On-policy first-visit Monte-Carlo control: moves a value towards the return that followed it.</summary>
/// <remarks>
/// After each episode, <c>Q(s_t,a_t) ← Q(s_t,a_t) + α [G_t − Q(s_t,a_t)]</c> for the first visit of each pair, with
/// <c>G_t = r_{t+1} + γ G_{t+1}</c>; a truncated episode bootstraps from the table. The constant step size forgets the
/// returns of worse policies. Sutton and Barto (2018), section 5.4.
/// </remarks>
public sealed class MonteCarloControl : ILearner
{
    private readonly TabularRun run;

    /// <summary>Prepares to learn.</summary>
    /// <param name="env">An environment with Discrete actions; disposed with the learner.</param>
    /// <param name="options">Options of the algorithm.</param>
    /// <param name="setup">Seed and planned length of the run.</param>
    public MonteCarloControl(Env env, TabularOptions options, LearnerSetup setup)
    {
        ArgumentNullException.ThrowIfNull(options);
        run = new TabularRun(TabularView.Of(env, options.Bins), options, setup);
        Agent = new TabularAgent(run.Values, options.Bins);
    }

    /// <inheritdoc/>
    public IAgent Agent { get; }

    /// <summary>The table learned so far.</summary>
    public ActionValues Values => run.Values;

    /// <inheritdoc/>
    public IEnumerable<LearningReport> Learn()
    {
        while (true)
        {
            List<(int State, int Action)> visits = [];
            List<double> rewards = [];
            int state = run.Reset();
            double bootstrap;
            while (true)
            {
                int action = run.Values.EpsilonGreedy(state, run.Epsilon, run.Rng);
                Step<int> step = run.Step(action);
                visits.Add((state, action));
                rewards.Add(step.Reward);
                state = step.Observation;
                if (step.Done)
                {
                    bootstrap = step.Terminated ? 0 : run.Values.Max(state);
                    break;
                }
            }

            double[] returns = DiscountedReturns.Compute([.. rewards], run.Options.Gamma, bootstrap);
            HashSet<(int State, int Action)> seen = [];
            for (int t = 0; t < visits.Count; t++)
            {
                if (seen.Add(visits[t]))
                {
                    run.Update(visits[t].State, visits[t].Action, returns[t]);
                }
            }

            yield return run.EndEpisode();
        }
    }

    /// <inheritdoc/>
    public void SyncState(StateSync sync) => run.SyncState(sync);

    /// <inheritdoc/>
    public void Dispose() => run.Dispose();
}
