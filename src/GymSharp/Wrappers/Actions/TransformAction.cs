using GymSharp.Spaces;

namespace GymSharp.Wrappers;

/// <summary>Applies a function to each action before the environment gets it.</summary>
/// <typeparam name="TObservation">Type of the observations.</typeparam>
/// <typeparam name="TAction">Type of the actions it takes.</typeparam>
/// <typeparam name="TInnerAction">Type of the actions below.</typeparam>
/// <param name="env">The environment to wrap.</param>
/// <param name="function">Makes the action below.</param>
/// <param name="actionSpace">Which actions are accepted.</param>
public sealed class TransformAction<TObservation, TAction, TInnerAction>(
    Env<TObservation, TInnerAction> env, Func<TAction, TInnerAction> function, Space<TAction> actionSpace)
    : ActionWrapper<TObservation, TAction, TInnerAction>(env, actionSpace)
    where TObservation : notnull
    where TAction : notnull
    where TInnerAction : notnull
{
    private readonly Func<TAction, TInnerAction> function =
        function ?? throw new ArgumentNullException(nameof(function));

    /// <inheritdoc/>
    protected override TInnerAction Transform(TAction action) => function(action);
}
