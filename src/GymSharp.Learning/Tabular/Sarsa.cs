using GymSharp.Learning.Views;
using GymSharp.State;

namespace GymSharp.Learning.Tabular;

/// <summary>SARSA: learns the values of the ε-greedy policy that it follows.</summary>
/// <remarks>
/// <c>Q(s,a) ← Q(s,a) + α [r + γ Q(s',a') − Q(s,a)]</c> with the action a' that is taken next.
/// Rummery and Niranjan (1994); Sutton and Barto (2018), section 6.4.
/// </remarks>
public sealed class Sarsa : ILearner
{
    private readonly TabularRun run;

    /// <summary>Prepares to learn.</summary>
    /// <param name="env">An environment with Discrete actions; disposed with the learner.</param>
    /// <param name="options">Options of the algorithm.</param>
    /// <param name="setup">Seed and planned length of the run.</param>
    public Sarsa(Env env, TabularOptions options, LearnerSetup setup)
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
            int state = run.Reset();
            int action = run.Values.EpsilonGreedy(state, run.Epsilon, run.Rng);
            while (true)
            {
                Step<int> step = run.Step(action);
                int nextAction = run.Values.EpsilonGreedy(step.Observation, run.Epsilon, run.Rng);
                double next = step.Terminated ? 0 : run.Values[step.Observation, nextAction];
                run.Update(state, action, step.Reward + (run.Options.Gamma * next));
                (state, action) = (step.Observation, nextAction);
                if (step.Done)
                {
                    break;
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
