using System.Text;

namespace GymSharp.Spaces;

/// <summary>
/// Seeds of a space and the spaces inside it: one number, one seed per part in order, or one seed per key.
/// </summary>
/// <remarks>
/// A number seeds any space. A list fits <see cref="TupleSpace"/> (one seed per space), <see cref="SequenceSpace"/>
/// (the space itself, its feature), <see cref="GraphSpace"/> (itself, nodes, edges) and <see cref="OneOfSpace"/>
/// (itself, then its spaces). Keys fit <see cref="DictSpace"/>.
/// </remarks>
public sealed class SpaceSeed : IEquatable<SpaceSeed>
{
    private readonly ulong number;

    private SpaceSeed(ulong number, IReadOnlyList<SpaceSeed>? parts, IReadOnlyList<string>? keys)
    {
        this.number = number;
        Parts = parts;
        Keys = keys;
    }

    /// <summary>The seeds of a list or of keys, in order; null for a number.</summary>
    public IReadOnlyList<SpaceSeed>? Parts { get; }

    /// <summary>The keys that belong to <see cref="Parts"/>, or null.</summary>
    public IReadOnlyList<string>? Keys { get; }

    /// <summary>Whether this is one number.</summary>
    public bool IsNumber => Parts is null;

    /// <summary>The number.</summary>
    /// <exception cref="InvalidOperationException">These are several seeds.</exception>
    public ulong Number => IsNumber ? number : throw new InvalidOperationException($"{this} is not one number.");

    /// <summary>A seed that is one number.</summary>
    public static implicit operator SpaceSeed(ulong seed) => Of(seed);

    /// <summary>A seed that is one number.</summary>
    public static SpaceSeed Of(ulong seed) => new(seed, null, null);

    /// <summary>A seed that is one number.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The number is negative.</exception>
    public static SpaceSeed Of(long seed) => seed >= 0
        ? Of((ulong)seed)
        : throw new ArgumentOutOfRangeException(
            nameof(seed), seed, $"Seed must be greater or equal to zero, actual value: {seed}.");

    /// <summary>One seed per part, in order.</summary>
    public static SpaceSeed List(params IReadOnlyList<SpaceSeed> seeds) => new(0, [.. seeds], null);

    /// <summary>One seed per key, used in the order given.</summary>
    public static SpaceSeed Keyed(params IReadOnlyList<KeyValuePair<string, SpaceSeed>> seeds) =>
        new(0, [.. seeds.Select(pair => pair.Value)], [.. seeds.Select(pair => pair.Key)]);

    /// <inheritdoc/>
    public bool Equals(SpaceSeed? other)
    {
        if (other is null || number != other.number || IsNumber != other.IsNumber)
        {
            return false;
        }

        return IsNumber
            || (Parts!.SequenceEqual(other.Parts!)
                && (Keys is null ? other.Keys is null : other.Keys is not null && Keys.SequenceEqual(other.Keys)));
    }

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as SpaceSeed);

    /// <inheritdoc/>
    public override int GetHashCode() => IsNumber ? number.GetHashCode() : Parts!.Count;

    /// <summary>As Python writes the number, tuple or dictionary.</summary>
    public override string ToString()
    {
        if (IsNumber)
        {
            return number.ToString();
        }

        StringBuilder text = new(Keys is null ? "(" : "{");
        for (int i = 0; i < Parts!.Count; i++)
        {
            text.Append(i == 0 ? "" : ", ").Append(Keys is null ? "" : $"'{Keys[i]}': ").Append(Parts[i]);
        }

        return text.Append(Keys is not null ? "}" : Parts.Count == 1 ? ",)" : ")").ToString();
    }
}
