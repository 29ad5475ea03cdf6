using GymSharp.Learning.Views;
using GymSharp.State;

namespace GymSharp.Learning.Tabular;

/// <summary>Q-learning: learns the values of the greedy policy while following an ε-greedy one.</summary>
/// <remarks>
/// <c>Q(s,a) ← Q(s,a) + α [r + γ max_b Q(s',b) − Q(s,a)]</c>, where the bracketed maximum is 0 after termination and
/// stays after truncation. Watkins (1989); Sutton and Barto (2018), section 6.5.
/// </remarks>
public sealed class QLearning : ILearner
{
    private readonly TabularRun run;

    /// <summary>Prepares to learn.</summary>
    /// <param name="env">An environment with Discrete actions; disposed with the learner.</param>
    /// <param name="options">Options of the algorithm.</param>
    /// <param name="setup">Seed and planned length of the run.</param>
    public QLearning(Env env, TabularOptions options, LearnerSetup setup)
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
            while (true)
            {
                int action = run.Values.EpsilonGreedy(state, run.Epsilon, run.Rng);
                Step<int> step = run.Step(action);
                double next = step.Terminated ? 0 : run.Values.Max(step.Observation);
                run.Update(state, action, step.Reward + (run.Options.Gamma * next));
                state = step.Observation;
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
