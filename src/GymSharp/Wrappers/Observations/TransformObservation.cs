using GymSharp.Spaces;

namespace GymSharp.Wrappers;

/// <summary>Applies a function to each observation.</summary>
/// <typeparam name="TObservation">Type of the observations it shows.</typeparam>
/// <typeparam name="TAction">Type of the actions.</typeparam>
/// <typeparam name="TInnerObservation">Type of the observations below.</typeparam>
/// <param name="env">The environment to wrap.</param>
/// <param name="function">Makes the observation to show. It may return the observation it is given.</param>
/// <param name="observationSpace">What the results look like.</param>
public sealed class TransformObservation<TObservation, TAction, TInnerObservation>(
    Env<TInnerObservation, TAction> env,
    Func<TInnerObservation, TObservation> function,
    Space<TObservation> observationSpace)
    : ObservationWrapper<TObservation, TAction, TInnerObservation>(env, observationSpace)
    where TObservation : notnull
    where TAction : notnull
    where TInnerObservation : notnull
{
    private readonly Func<TInnerObservation, TObservation> function =
        function ?? throw new ArgumentNullException(nameof(function));

    /// <inheritdoc/>
    protected override bool KeepsObservations => true;

    /// <inheritdoc/>
    protected override TObservation Transform(TInnerObservation observation, TObservation? reuse) =>
        function(observation);
}
