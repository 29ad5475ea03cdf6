using GymSharp.Spaces;

namespace GymSharp.Wrappers;

/// <summary>Flat boxes of a known element type.</summary>
internal static class FlatSpace<T>
    where T : unmanaged
{
    /// <summary>The box that values of a space flatten into.</summary>
    /// <exception cref="ArgumentException">The values have no fixed length, or another element type.</exception>
    public static Box<T> Of(Space space)
    {
        if (!space.IsFlattenable)
        {
            throw new ArgumentException(
                $"Values of {space} have no fixed length, so they cannot be flattened into an array.", nameof(space));
        }

        Space flat = SpaceUtilities.FlattenSpace(space);
        return flat as Box<T> ?? throw new ArgumentException(
            $"{space} flattens to {TypeNames.Of(flat.ValueType)}, not {TypeNames.Of(typeof(T))}[]. "
            + $"Ask for {TypeNames.Of(flat.ValueType)}, and convert with DtypeObservation if need be.",
            nameof(space));
    }
}
