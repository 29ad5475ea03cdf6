namespace GymSharp.Vector.Wrappers;

/// <summary>Applies a function to the rewards of all environments together.</summary>
/// <typeparam name="TObservation">Element type of the observations.</typeparam>
/// <typeparam name="TAction">Element type of the actions.</typeparam>
/// <param name="envs">The batch to wrap; disposed with this one.</param>
/// <param name="function">Changes the rewards in place.</param>
public sealed class TransformReward<TObservation, TAction>(
    VectorEnv<TObservation, TAction> envs, TransformReward<TObservation, TAction>.Function function)
    : VectorRewardWrapper<TObservation, TAction>(envs)
    where TObservation : notnull
    where TAction : notnull
{
    private readonly Function function = function ?? throw new ArgumentNullException(nameof(function));

    /// <summary>Changes the rewards of all environments in place.</summary>
    public delegate void Function(Span<double> rewards);

    /// <inheritdoc/>
    protected override void Transform(Span<double> rewards) => function(rewards);
}
