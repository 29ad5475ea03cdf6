using GymSharp.Learning.Views;

namespace GymSharp.Learning.Tabular;

/// <summary>Acts greedily by a table of action values.</summary>
/// <param name="values">The table; later changes are seen.</param>
/// <param name="bins">Bins per dimension where observations are a Box.</param>
public sealed class TabularAgent(ActionValues values, int bins = 10) : IAgent, IPolicy<int, int>
{
    /// <inheritdoc/>
    public int Act(int observation) => values.Greedy(observation);

    /// <inheritdoc/>
    public IActor On(Env env)
    {
        Env<int, int> view = TabularView.Of(env, bins);
        if (((Spaces.Discrete)view.ObservationSpace).N != values.States
            || ((Spaces.Discrete)view.ActionSpace).N != values.Actions)
        {
            throw new ArgumentException(
                $"This agent knows {values.States} states and {values.Actions} actions; {env} has "
                + $"{view.ObservationSpace} and {view.ActionSpace}. Use the environment it was trained on.",
                nameof(env));
        }

        return new PolicyActor<int, int>(view, this);
    }
}
