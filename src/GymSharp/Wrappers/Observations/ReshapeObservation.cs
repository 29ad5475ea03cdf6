using GymSharp.Spaces;

namespace GymSharp.Wrappers;

/// <summary>Gives observations another shape; the elements and their row-major order stay.</summary>
/// <typeparam name="T">Element type of the observations.</typeparam>
/// <typeparam name="TAction">Type of the actions.</typeparam>
public sealed class ReshapeObservation<T, TAction> : Wrapper<T[], TAction>
    where T : unmanaged
    where TAction : notnull
{
    private readonly Box<T> observationSpace;

    /// <summary>Wraps an environment.</summary>
    /// <param name="env">An environment whose observation space is a <see cref="Box{T}"/>.</param>
    /// <param name="shape">The new sizes of the axes; their product is the number of elements.</param>
    /// <exception cref="ArgumentException">The space is no box, or the product differs.</exception>
    public ReshapeObservation(Env<T[], TAction> env, params int[] shape)
        : base(env)
    {
        ArgumentNullException.ThrowIfNull(env);
        ArgumentNullException.ThrowIfNull(shape);
        if ((Space)env.ObservationSpace is not Box<T> box)
        {
            throw new ArgumentException(
                $"ReshapeObservation requires a Box observation space, got {env.ObservationSpace}.", nameof(env));
        }

        long product = shape.Aggregate(1L, (size, length) => size * length);
        if (product != box.Low.Length || Array.Exists(shape, length => length < 1))
        {
            throw new ArgumentException(
                "ReshapeObservation requires the product of the new shape to match the original shape: "
                + $"({string.Join(", ", shape)}) has {product} elements, {box} has {box.Low.Length}.",
                nameof(shape));
        }

        observationSpace = new Box<T>(box.Low, box.High, shape);
    }

    /// <inheritdoc/>
    public override Space<T[]> ObservationSpace => observationSpace;

    /// <inheritdoc/>
    protected override (T[] Observation, Info Info) OnReset(ulong? seed, ResetOptions options) =>
        OnReset(seed, options, null);

    /// <inheritdoc/>
    protected override (T[] Observation, Info Info) OnReset(ulong? seed, ResetOptions options, T[]? reuse) =>
        Wrapped.Reset(seed, options, reuse);
}
