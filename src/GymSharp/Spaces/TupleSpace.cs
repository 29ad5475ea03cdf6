using System.Text.Json.Nodes;
using GymSharp.Randomness;

namespace GymSharp.Spaces;

/// <summary>Tuples with one value of each space, in order.</summary>
/// <remarks>
/// A mask, or probabilities, is an <c>object?[]</c> with one entry per space, in the form of that space or null.
/// </remarks>
public sealed partial class TupleSpace : Space<object[]>
{
    private readonly Space[] spaces;

    /// <summary>The product of the spaces.</summary>
    public TupleSpace(params Space[] spaces)
    {
        ArgumentNullException.ThrowIfNull(spaces);
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

    /// <summary>Seeds each space with its own seed.</summary>
    /// <exception cref="ArgumentException">There are more or fewer seeds than spaces; nothing was changed.</exception>
    public void SeedEach(params ulong[] seeds)
    {
        ArgumentNullException.ThrowIfNull(seeds);
        SeedWith(SpaceSeed.List(Array.ConvertAll(seeds, SpaceSeed.Of)));
    }

    /// <inheritdoc/>
    public override SpaceSeed SeedWith(SpaceSeed seed)
    {
        RequireSeed(seed);
        if (!seed.IsNumber)
        {
            return SpaceSeed.List(Seeds.Apply(spaces, seed.Parts!));
        }

        Rng = new Rng(seed.Number);
        return SpaceSeed.List(Seeds.Apply(spaces, Seeds.Draw(Rng, spaces.Length)));
    }

    /// <inheritdoc/>
    public override object[] Sample(object? mask = null, object? probability = null)
    {
        RequireOne(mask, probability);
        object?[]? masks = Parts(mask, nameof(mask));
        object?[]? probabilities = Parts(probability, nameof(probability));
        object[] sample = new object[spaces.Length];
        for (int i = 0; i < sample.Length; i++)
        {
            sample[i] = spaces[i].SampleValue(masks?[i], probabilities?[i]);
        }

        return sample;
    }

    /// <inheritdoc/>
    public override bool Contains(object[] value) => ContainsValue(value);

    /// <inheritdoc/>
    /// <remarks>A tuple, a list, or an array whose rows are values of the spaces.</remarks>
    public override bool ContainsValue(object? value)
    {
        IReadOnlyList<object?>? parts = value switch
        {
            object?[] tuple => tuple,
            List<object?> list => list,
            NdArray { Shape.Count: > 0 } array => [.. array.Rows()],
            _ => null,
        };
        if (parts is null || parts.Count != spaces.Length)
        {
            return false;
        }

        for (int i = 0; i < spaces.Length; i++)
        {
            if (!spaces[i].ContainsValue(parts[i]))
            {
                return false;
            }
        }

        return true;
    }

    /// <inheritdoc/>
    public override object[] Coerce(object value)
    {
        ArgumentNullException.ThrowIfNull(value);
        object?[] parts = value switch
        {
            object?[] tuple => tuple,
            System.Runtime.CompilerServices.ITuple tuple =>
                [.. Enumerable.Range(0, tuple.Length).Select(i => tuple[i])],
            List<object?> list => [.. list],
            _ => throw CannotCoerce(value, $"an object[] of {spaces.Length} parts is expected"),
        };
        if (parts.Length != spaces.Length)
        {
            throw CannotCoerce(value, $"it has {parts.Length} parts; {spaces.Length} are expected");
        }

        object[] coerced = new object[parts.Length];
        for (int i = 0; i < parts.Length; i++)
        {
            coerced[i] = spaces[i].CoerceValue(parts[i] ?? throw CannotCoerce(value, $"part {i} is null"));
        }

        return coerced;
    }

    /// <inheritdoc/>
    public override JsonNode ToJson(object[] value)
    {
        object[] parts = Coerce(value);
        JsonArray array = [];
        for (int i = 0; i < parts.Length; i++)
        {
            array.Add(spaces[i].ValueToJson(parts[i]));
        }

        return array;
    }

    /// <inheritdoc/>
    public override object[] FromJson(JsonNode? json)
    {
        JsonArray array = JsonArrays.Expect<JsonArray>(json, $"an array of {spaces.Length} values");
        return array.Count == spaces.Length
            ? Array.ConvertAll([.. Enumerable.Range(0, spaces.Length)], i => spaces[i].ValueFromJson(array[i]))
            : throw JsonArrays.Unexpected(json, $"an array of {spaces.Length} values");
    }

    /// <inheritdoc/>
    public override JsonNode ValuesToJson(IReadOnlyList<object> values)
    {
        object[][] tuples = [.. values.Select(Coerce)];
        JsonArray array = [];
        for (int i = 0; i < spaces.Length; i++)
        {
            array.Add(spaces[i].ValuesToJson([.. tuples.Select(tuple => tuple[i])]));
        }

        return array;
    }

    /// <inheritdoc/>
    public override IReadOnlyList<object> ValuesFromJson(JsonNode? json)
    {
        JsonArray array = JsonArrays.Expect<JsonArray>(json, $"an array of {spaces.Length} batches");
        if (array.Count != spaces.Length)
        {
            throw JsonArrays.Unexpected(json, $"an array of {spaces.Length} batches");
        }

        IReadOnlyList<object>[] parts = new IReadOnlyList<object>[spaces.Length];
        for (int i = 0; i < parts.Length; i++)
        {
            parts[i] = spaces[i].ValuesFromJson(array[i]);
            if (parts[i].Count != parts[0].Count)
            {
                throw JsonArrays.Unexpected(json, "batches of one length");
            }
        }

        int count = parts.Length == 0 ? 0 : parts[0].Count;
        return [.. Enumerable.Range(0, count).Select(row => parts.Select(part => part[row]).ToArray())];
    }

    /// <inheritdoc/>
    public override TupleSpace Clone() => WithRngOf(new TupleSpace(Array.ConvertAll(spaces, space => space.Clone())));

    /// <summary>Equal spaces in the same order.</summary>
    public override bool Equals(object? obj) => obj is TupleSpace other && spaces.AsSpan().SequenceEqual(other.spaces);

    /// <inheritdoc/>
    public override int GetHashCode()
    {
        HashCode hash = default;
        foreach (Space space in spaces)
        {
            hash.Add(space);
        }

        return hash.ToHashCode();
    }

    /// <summary>Gymnasium's form, for example <c>Tuple(Discrete(2), Discrete(3))</c>.</summary>
    public override string ToString() => $"Tuple({string.Join<Space>(", ", spaces)})";

    /// <inheritdoc/>
    protected internal override void RequireSeed(SpaceSeed seed)
    {
        ArgumentNullException.ThrowIfNull(seed);
        Seeds.RequireList(this, seed, spaces);
    }

    private object?[]? Parts(object? given, string name)
    {
        if (given is null)
        {
            return null;
        }

        object?[] parts = given as object?[] ?? throw new ArgumentException(
            $"Expected type of `{name}` to be tuple, actual type: {TypeNames.Of(given.GetType())}; "
            + "give an object[].",
            name);
        return parts.Length == spaces.Length
            ? parts
            : throw new ArgumentException(
                $"Expected length of `{name}` to be {spaces.Length}, actual length: {parts.Length}", name);
    }
}
