using System.Numerics;

namespace GymSharp.Environments.Atari.Preprocessing;

/// <summary>Work on pictures of bytes.</summary>
internal static class Pictures
{
    /// <summary>Replaces each byte by the greater of itself and another.</summary>
    public static void Maximum(Span<byte> picture, ReadOnlySpan<byte> other)
    {
        int i = 0;
        for (; i <= picture.Length - Vector<byte>.Count; i += Vector<byte>.Count)
        {
            System.Numerics.Vector.Max(new Vector<byte>(picture[i..]), new Vector<byte>(other[i..])).CopyTo(picture[i..]);
        }

        for (; i < picture.Length; i++)
        {
            picture[i] = Math.Max(picture[i], other[i]);
        }
    }
}
