using GymSharp.Spaces;

namespace GymSharp.Wrappers;

/// <summary>Checks that observations are pictures.</summary>
internal static class Pictures
{
    /// <summary>The space as a box of bytes with bounds 0 and 255.</summary>
    /// <exception cref="ArgumentException">It is another space.</exception>
    public static Box<byte> Expect(Space space, string wrapper)
    {
        if (space is not Box<byte> box)
        {
            throw new ArgumentException(
                $"{wrapper} requires a Box of uint8 as observation space, got {space}.", nameof(space));
        }

        if (Array.Exists(box.Low, low => low != 0) || Array.Exists(box.High, high => high != 255))
        {
            throw new ArgumentException($"{wrapper} requires observation bounds 0 to 255, got {box}.", nameof(space));
        }

        return box;
    }
}
