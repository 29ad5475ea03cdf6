namespace GymSharp.Wrappers;

/// <summary>Applies a function to each reward.</summary>
/// <typeparam name="TObservation">Type of the observations.</typeparam>
/// <typeparam name="TAction">Type of the actions.</typeparam>
/// <param name="env">The environment to wrap.</param>
/// <param name="function">Makes the reward to pay.</param>
public sealed class TransformReward<TObservation, TAction>(
    Env<TObservation, TAction> env, Func<double, double> function)
    : RewardWrapper<TObservation, TAction>(env)
    where TObservation : notnull
    where TAction : notnull
{
    private readonly Func<double, double> function = function ?? throw new ArgumentNullException(nameof(function));

    /// <inheritdoc/>
    protected override double Transform(double reward) => function(reward);
}
