using GymSharp.Spaces;

namespace GymSharp.Vector.Wrappers;

/// <summary>Applies a function to the observations of all environments together.</summary>
/// <typeparam name="TObservation">Element type of the observations it shows.</typeparam>
/// <typeparam name="TAction">Element type of the actions.</typeparam>
/// <typeparam name="TInnerObservation">Element type of the observations below.</typeparam>
/// <remarks>
/// A function of the whole batch cannot be applied to the last observation of one environment, so
/// <see cref="AutoresetMode.SameStep"/> is refused, as Gymnasium does. Use
/// <see cref="VectorizeTransformObservation{TObservation, TAction, TInnerObservation}"/> there.
/// </remarks>
public sealed class TransformObservation<TObservation, TAction, TInnerObservation>
    : VectorObservationWrapper<TObservation, TAction, TInnerObservation>
    where TObservation : notnull
    where TAction : notnull
    where TInnerObservation : notnull
{
    private readonly Function function;

    /// <summary>Wraps a batch.</summary>
    /// <param name="envs">The batch to wrap; disposed with this one.</param>
    /// <param name="function">Makes the observations to show from those below.</param>
    /// <param name="observationSpace">
    /// What the batch shows; null for the batch of <paramref name="singleObservationSpace"/>, or what is shown below.
    /// </param>
    /// <param name="singleObservationSpace">What one environment shows; null for the space below.</param>
    /// <exception cref="ArgumentException">
    /// The mode is <see cref="AutoresetMode.SameStep"/>, or the single space has other elements than
    /// <typeparamref name="TObservation"/>.
    /// </exception>
    public TransformObservation(
        VectorEnv<TInnerObservation, TAction> envs,
        Function function,
        Space? observationSpace = null,
        Space? singleObservationSpace = null)
        : base(
            envs ?? throw new ArgumentNullException(nameof(envs)),
            singleObservationSpace ?? envs.SingleObservationSpace,
            observationSpace ?? (singleObservationSpace is null ? envs.ObservationSpace : null))
    {
        ArgumentNullException.ThrowIfNull(function);
        if (envs.AutoresetMode == AutoresetMode.SameStep)
        {
            throw new ArgumentException(
                $"Expected the autoreset mode to be NextStep or Disabled, got {envs.AutoresetMode}.", nameof(envs));
        }

        this.function = function;
        SpaceMatch.WarnUnlessBatchOf(ObservationSpace, SingleObservationSpace, envs, "observation");
    }

    /// <summary>Makes the observations to show from those below, for all environments together.</summary>
    public delegate void Function(ReadOnlySpan<TInnerObservation> observations, Span<TObservation> results);

    /// <inheritdoc/>
    protected override void Transform(ReadOnlySpan<TInnerObservation> observations, Span<TObservation> results) =>
        function(observations, results);

    /// <inheritdoc/>
    protected override void TransformFinal(ReadOnlySpan<TInnerObservation> observation, Span<TObservation> result) =>
        throw new InvalidOperationException("A function of the whole batch does not apply to one observation.");
}
