using GymSharp.Learning.Views;

namespace GymSharp.Learning.Search;

/// <summary>Acts by a linear policy.</summary>
/// <param name="policy">The policy; later changes are seen.</param>
public sealed class LinearAgent(LinearPolicy policy) : IAgent
{
    /// <inheritdoc/>
    public IActor On(Env env)
    {
        Env<double[], double[]> view = LinearView.Of(env);
        int inputs = view.ObservationSpace.Shape![0];
        int outputs = view.ActionSpace.Shape![0];
        return inputs == policy.Inputs && outputs == policy.Outputs
            ? new PolicyActor<double[], double[]>(view, policy)
            : throw new ArgumentException(
                $"This agent knows {policy.Inputs} features and {policy.Outputs} scores; {env} has {inputs} and "
                + $"{outputs}. Use the environment it was trained on.",
                nameof(env));
    }
}
