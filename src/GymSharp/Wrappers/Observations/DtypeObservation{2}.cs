using GymSharp.Spaces;

namespace GymSharp.Wrappers;

/// <summary>Turns discrete observations into a box of one number, shape <c>()</c>.</summary>
/// <typeparam name="TTo">Element type of the box.</typeparam>
/// <typeparam name="TAction">Type of the actions.</typeparam>
public sealed class DtypeObservation<TTo, TAction> : ObservationWrapper<TTo[], TAction, int>
    where TTo : unmanaged
    where TAction : notnull
{
    /// <summary>Wraps an environment.</summary>
    /// <param name="env">An environment whose observation space is <see cref="Discrete"/>.</param>
    /// <exception cref="ArgumentException">The space is another one.</exception>
    public DtypeObservation(Env<int, TAction> env)
        : base(env, Converted((env ?? throw new ArgumentNullException(nameof(env))).ObservationSpace))
    {
    }

    /// <inheritdoc/>
    protected override TTo[] Transform(int observation, TTo[]? reuse)
    {
        TTo[] converted = ObservationMemory.Take(reuse, 1);
        converted[0] = Element.Cast<int, TTo>(observation);
        return converted;
    }

    // The upper bound is one above the largest value, as in Gymnasium.
    private static Box<TTo> Converted(Space<int> space) => (Space)space is Discrete discrete
        ? Box<TTo>.Scalar(Element.Cast<int, TTo>(discrete.Start), Element.Cast<int, TTo>(discrete.Start + discrete.N))
        : throw new ArgumentException(
            $"DtypeObservation requires a Box, Discrete, MultiDiscrete, or MultiBinary space, got {space}.",
            nameof(space));
}
