using System.Buffers.Binary;

namespace GymSharp.Randomness;

/// <summary>
/// The complete position of a <see cref="LegacyRng"/> in its stream. Two generators with equal states give equal
/// numbers from here on.
/// </summary>
public sealed class LegacyRngState : IEquatable<LegacyRngState>
{
    /// <summary>Number of 32-bit words in <see cref="Key"/>.</summary>
    public const int KeyLength = MersenneTwister.Length;

    /// <summary>Length in bytes of the serialised form.</summary>
    public const int SerializedLength = (KeyLength * sizeof(uint)) + sizeof(int) + 1 + sizeof(double);

    private readonly uint[] key;

    /// <summary>Makes a state from its parts.</summary>
    /// <param name="key">The words of MT19937, <see cref="KeyLength"/> of them; copied.</param>
    /// <param name="position">How many words of the key were used, 0 to <see cref="KeyLength"/>.</param>
    /// <param name="gauss">The second number of a pair of normal numbers, where one is kept.</param>
    /// <exception cref="ArgumentException">The wrong number of words.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A position outside the key.</exception>
    public LegacyRngState(ReadOnlySpan<uint> key, int position, double? gauss = null)
    {
        if (key.Length != KeyLength)
        {
            throw new ArgumentException($"A key has {KeyLength} words, not {key.Length}.", nameof(key));
        }

        if (position is < 0 or > KeyLength)
        {
            throw new ArgumentOutOfRangeException(
                nameof(position), position, $"A position from 0 to {KeyLength} was expected.");
        }

        this.key = key.ToArray();
        Position = position;
        Gauss = gauss;
    }

    /// <summary>The words of MT19937.</summary>
    public ReadOnlySpan<uint> Key => key;

    /// <summary>How many words of the key were used.</summary>
    public int Position { get; }

    /// <summary>The second number of a pair of normal numbers, where one is kept.</summary>
    public double? Gauss { get; }

    /// <summary>
    /// Reads a state from the first <see cref="SerializedLength"/> bytes of <paramref name="source"/>.
    /// </summary>
    /// <exception cref="ArgumentException">Too few bytes, or bytes that are not a state.</exception>
    public static LegacyRngState ReadFrom(ReadOnlySpan<byte> source)
    {
        SerializedSize.Require(source.Length, SerializedLength, nameof(source));
        Span<uint> words = stackalloc uint[KeyLength];
        for (int i = 0; i < words.Length; i++)
        {
            words[i] = BinaryPrimitives.ReadUInt32LittleEndian(source[(4 * i)..]);
        }

        ReadOnlySpan<byte> rest = source[(4 * KeyLength)..];
        int position = BinaryPrimitives.ReadInt32LittleEndian(rest);
        if (position is < 0 or > KeyLength || rest[4] > 1)
        {
            throw new ArgumentException(
                "These bytes are not the state of a generator: the part behind the key is damaged.", nameof(source));
        }

        double? gauss = rest[4] == 1 ? BinaryPrimitives.ReadDoubleLittleEndian(rest[5..]) : null;
        return new LegacyRngState(words, position, gauss);
    }

    /// <summary>Writes <see cref="SerializedLength"/> bytes, little-endian on every machine.</summary>
    /// <returns>The number of bytes written.</returns>
    /// <exception cref="ArgumentException"><paramref name="destination"/> is too short.</exception>
    public int WriteTo(Span<byte> destination)
    {
        SerializedSize.Require(destination.Length, SerializedLength, nameof(destination));
        for (int i = 0; i < key.Length; i++)
        {
            BinaryPrimitives.WriteUInt32LittleEndian(destination[(4 * i)..], key[i]);
        }

        Span<byte> rest = destination[(4 * KeyLength)..];
        BinaryPrimitives.WriteInt32LittleEndian(rest, Position);
        rest[4] = Gauss.HasValue ? (byte)1 : (byte)0;
        BinaryPrimitives.WriteDoubleLittleEndian(rest[5..], Gauss.GetValueOrDefault());
        return SerializedLength;
    }

    /// <inheritdoc/>
    public bool Equals(LegacyRngState? other) =>
        other is not null
        && Position == other.Position
        && Gauss.Equals(other.Gauss)
        && key.AsSpan().SequenceEqual(other.key);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as LegacyRngState);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Position, Gauss, key[0], key[KeyLength - 1]);
}
