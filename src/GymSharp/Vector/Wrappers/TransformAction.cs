using GymSharp.Spaces;

namespace GymSharp.Vector.Wrappers;

/// <summary>Applies a function to the actions of all environments together.</summary>
/// <typeparam name="TObservation">Element type of the observations.</typeparam>
/// <typeparam name="TAction">Element type of the actions it takes.</typeparam>
/// <typeparam name="TInnerAction">Element type of the actions below.</typeparam>
public sealed class TransformAction<TObservation, TAction, TInnerAction>
    : VectorActionWrapper<TObservation, TAction, TInnerAction>
    where TObservation : notnull
    where TAction : notnull
    where TInnerAction : notnull
{
    private readonly Function function;

    /// <summary>Wraps a batch.</summary>
    /// <param name="envs">The batch to wrap; disposed with this one.</param>
    /// <param name="function">Makes the actions below from those given.</param>
    /// <param name="actionSpace">
    /// Which actions the batch accepts; null for the batch of <paramref name="singleActionSpace"/>, or that below.
    /// </param>
    /// <param name="singleActionSpace">Which actions one environment accepts; null for the space below.</param>
    /// <exception cref="ArgumentException">
    /// The single space has other elements than <typeparamref name="TAction"/>.
    /// </exception>
    public TransformAction(
        VectorEnv<TObservation, TInnerAction> envs,
        Function function,
        Space? actionSpace = null,
        Space? singleActionSpace = null)
        : base(
            envs ?? throw new ArgumentNullException(nameof(envs)),
            singleActionSpace ?? envs.SingleActionSpace,
            actionSpace ?? (singleActionSpace is null ? envs.ActionSpace : null))
    {
        ArgumentNullException.ThrowIfNull(function);
        this.function = function;
        SpaceMatch.WarnUnlessBatchOf(ActionSpace, SingleActionSpace, envs, "action");
    }

    /// <summary>Makes the actions below from those given, for all environments together.</summary>
    public delegate void Function(ReadOnlySpan<TAction> actions, Span<TInnerAction> results);

    /// <inheritdoc/>
    protected override void Transform(ReadOnlySpan<TAction> actions, Span<TInnerAction> results) =>
        function(actions, results);
}
