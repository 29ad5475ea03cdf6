using System.Text.Json.Nodes;
using GymSharp.Randomness;

namespace GymSharp.Spaces;

/// <summary>Values of one of several spaces, together with which one.</summary>
/// <remarks>
/// A mask, or probabilities, is an <c>object?[]</c> with one entry per space, in the form of that space or null.
/// </remarks>
public sealed partial class OneOfSpace : Space<OneOfValue>
{
    private readonly Space[] spaces;

    /// <summary>The alternatives.</summary>
    /// <exception cref="ArgumentException">There are none.</exception>
    public OneOfSpace(params Space[] spaces)
    {
        ArgumentNullException.ThrowIfNull(spaces);
        if (spaces.Length == 0)
        {
            throw new ArgumentException(
                "Empty `OneOf` spaces are not supported. Give one space or more.", nameof(spaces));
        }

        foreach (Space space in spaces)
        {
            ArgumentNullException.ThrowIfNull(space, nameof(spaces));
        }

        this.spaces = [.. spaces];
    }

    /// <summary>The spaces, in order.</summary>
    public IReadOnlyList<Space> Spaces => spaces;

    /// <inheritdoc/>
    public override bool IsFlattenable => Array.TrueForAll(spaces, space => space.IsFlattenable);

    /// <inheritdoc/>
    public override SpaceSeed SeedWith(SpaceSeed seed)
    {
        RequireSeed(seed);
        SpaceSeed own = seed.IsNumber ? seed : seed.Parts![0];
        Rng = new Rng(own.Number);
        IReadOnlyList<SpaceSeed> seeds = seed.IsNumber
            ? Seeds.Draw(Rng.Clone(), spaces.Length)
            : [.. seed.Parts!.Skip(1)];
        return SpaceSeed.List([own, .. Seeds.Apply(spaces, seeds)]);
    }

    /// <inheritdoc/>
    public override OneOfValue Sample(object? mask = null, object? probability = null)
    {
        RequireOne(mask, probability);
        object?[]? masks = Parts(mask, nameof(mask));
        object?[]? probabilities = Parts(probability, nameof(probability));
        int index = (int)Rng.Integers(0L, spaces.Length);
        return new(index, spaces[index].SampleValue(masks?[index], probabilities?[index]));
    }

    /// <inheritdoc/>
    public override bool Contains(OneOfValue value) =>
        value is not null
            && value.Index >= 0
            && value.Index < spaces.Length
            && spaces[value.Index].ContainsValue(value.Value);

    /// <inheritdoc/>
    /// <remarks>
    /// A tuple of two counts as well: an integer (or a NumPy <c>int64</c>) and a value of that space.
    /// </remarks>
    public override bool ContainsValue(object? value)
    {
        if (value is OneOfValue typed)
        {
            return Contains(typed);
        }

        if (value is not object?[] { Length: 2 } pair)
        {
            return false;
        }

        bool isNumber = pair[0] is NdArray { DType: DType.Int64, Shape.Count: 0 } scalar
            ? PythonValues.TryIntegral(scalar, out Int128 index)
            : PythonValues.TryInteger(pair[0], out index);
        return isNumber
            && index >= 0
            && index < spaces.Length
            && spaces[(int)index].ContainsValue(pair[1]);
    }

    /// <inheritdoc/>
    public override OneOfValue Coerce(object value)
    {
        ArgumentNullException.ThrowIfNull(value);
        (object? which, object? part) = value switch
        {
            OneOfValue typed => (typed.Index, typed.Value),
            object?[] { Length: 2 } pair => (pair[0], pair[1]),
            _ => throw CannotCoerce(value, $"a {nameof(OneOfValue)} is expected"),
        };
        if (which is null
            || part is null
            || !PythonValues.TryIntegral(which, out Int128 index)
            || index < 0
            || index >= spaces.Length)
        {
            throw CannotCoerce(value, $"an index from 0 to {spaces.Length - 1} and a value of that space are expected");
        }

        return new((int)index, spaces[(int)index].CoerceValue(part));
    }

    /// <inheritdoc/>
    /// <remarks>
    /// An array of the index and the value. It is also the form within <see cref="Space.ValuesToJson"/>, where
    /// Gymnasium
    /// loses parts of a tuple and refuses a dictionary.
    /// </remarks>
    public override JsonNode ToJson(OneOfValue value)
    {
        OneOfValue coerced = Coerce(value);
        return new JsonArray(coerced.Index, spaces[coerced.Index].ValueToJson(coerced.Value));
    }

    /// <inheritdoc/>
    public override OneOfValue FromJson(JsonNode? json)
    {
        JsonArray pair = JsonArrays.Expect<JsonArray>(json, "an array of an index and a value");
        if (pair.Count != 2)
        {
            throw JsonArrays.Unexpected(json, "an array of an index and a value");
        }

        Int128 index = JsonArrays.Integer(pair[0], $"an index from 0 to {spaces.Length - 1}");
        return index >= 0 && index < spaces.Length
            ? new((int)index, spaces[(int)index].ValueFromJson(pair[1]))
            : throw JsonArrays.Unexpected(pair[0], $"an index from 0 to {spaces.Length - 1}");
    }

    /// <inheritdoc/>
    public override OneOfSpace Clone() => WithRngOf(new OneOfSpace(Array.ConvertAll(spaces, space => space.Clone())));

    /// <summary>Equal spaces in the same order.</summary>
    public override bool Equals(object? obj) => obj is OneOfSpace other && spaces.AsSpan().SequenceEqual(other.spaces);

    /// <inheritdoc/>
    public override int GetHashCode()
    {
        HashCode hash = default;
        hash.Add(nameof(OneOfSpace));
        foreach (Space space in spaces)
        {
            hash.Add(space);
        }

        return hash.ToHashCode();
    }

    /// <summary>Gymnasium's form, for example <c>OneOf(Discrete(2), Discrete(3))</c>.</summary>
    public override string ToString() => $"OneOf({string.Join<Space>(", ", spaces)})";

    /// <inheritdoc/>
    protected internal override void RequireSeed(SpaceSeed seed)
    {
        ArgumentNullException.ThrowIfNull(seed);
        Seeds.RequireList(this, seed, [new Discrete(1), .. spaces]);
    }

    private object?[]? Parts(object? given, string name)
    {
        if (given is null)
        {
            return null;
        }

        object?[] parts = given as object?[] ?? throw new ArgumentException(
            $"Expected type of `{name}` is tuple, actual type: {TypeNames.Of(given.GetType())}; "
            + "give an object[].",
            name);
        return parts.Length == spaces.Length
            ? parts
            : throw new ArgumentException(
                $"Expected length of `{name}` is {spaces.Length}, actual length: {parts.Length}", name);
    }
}
