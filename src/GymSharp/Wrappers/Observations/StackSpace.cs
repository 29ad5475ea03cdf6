using GymSharp.Spaces;

namespace GymSharp.Wrappers;

/// <summary>Spaces of stacked observations.</summary>
internal static class StackSpace
{
    /// <summary>The space of a stack.</summary>
    public static Space<TStacked> Of<TStacked>(Space space, int stackSize)
        where TStacked : notnull
    {
        Space stacked = Batch(space, stackSize);
        return stacked as Space<TStacked> ?? throw new ArgumentException(
            $"A stack of {space} is {TypeNames.Of(stacked.ValueType)}, not {TypeNames.Of(typeof(TStacked))}. "
            + $"Ask for {TypeNames.Of(stacked.ValueType)}.",
            nameof(space));
    }

    /// <summary>The type of a stack.</summary>
    public static Type TypeOf(Space space, int stackSize) => Batch(space, stackSize).ValueType;

    /// <summary>The value nearest to zero.</summary>
    public static TObservation ZeroPadding<TObservation, TAction>(Env<TObservation, TAction> env)
        where TObservation : notnull
        where TAction : notnull
    {
        ArgumentNullException.ThrowIfNull(env);
        return ZeroValue.Of(env.ObservationSpace);
    }

    /// <summary>The padding, if it belongs to the observation space.</summary>
    public static TObservation ExpectPadding<TObservation, TAction>(
        Env<TObservation, TAction> env, TObservation padding)
        where TObservation : notnull
        where TAction : notnull
    {
        ArgumentNullException.ThrowIfNull(env);
        ArgumentNullException.ThrowIfNull(padding);
        return env.ObservationSpace.Contains(padding)
            ? padding
            : throw new ArgumentException(
                "Unexpected padding, expected Reset, Zero or a value of the observation space: the given value is not "
                + "an "
                + $"instance of {env.ObservationSpace}.",
                nameof(padding));
    }

    private static Space Batch(Space space, int stackSize) => stackSize >= 1
        ? SpaceUtilities.BatchSpace(space, stackSize)
        : throw new ArgumentOutOfRangeException(
            nameof(stackSize), $"The stack size needs to be greater than zero, actual value: {stackSize}.");
}
