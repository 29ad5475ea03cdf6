namespace GymSharp.Environments.Atari.Replay;

/// <summary>FNV-1a of 64 bits, after Fowler, Noll and Vo: names the contents of a memory or a screen.</summary>
public static class Fnv
{
    private const ulong Offset = 14695981039346656037;
    private const ulong Prime = 1099511628211;

    /// <summary>The hash as 16 lower-case hex digits.</summary>
    public static string Hex(ReadOnlySpan<byte> bytes)
    {
        ulong hash = Offset;
        foreach (byte one in bytes)
        {
            hash = (hash ^ one) * Prime;
        }

        return hash.ToString("x16", System.Globalization.CultureInfo.InvariantCulture);
    }
}
