using System.Text.Json.Nodes;
using GymSharp.Randomness;

namespace GymSharp.Spaces;

/// <summary>Sequences of any length of values of one space.</summary>
/// <remarks>
/// A value is an <c>object[]</c> of values of <see cref="Feature"/>; a stacked one is a value of the feature's batched
/// space (<see cref="SpaceUtilities.Concatenate"/>). Lengths are geometric with the mean 4 unless fixed. A mask is an
/// <c>object?[]</c> of two: null, a length, or an array of lengths to choose from; and a mask of the feature or null.
/// Probabilities have the same form.
/// </remarks>
public sealed partial class SequenceSpace : Space<object>
{
    private const double EndProbability = 0.25;

    /// <summary>Sequences of values of a space.</summary>
    /// <param name="feature">The space of the elements.</param>
    /// <param name="stack">Whether the elements are put together to one batch.</param>
    public SequenceSpace(Space feature, bool stack = false)
    {
        ArgumentNullException.ThrowIfNull(feature);
        Feature = feature;
        Stack = stack;
    }

    /// <summary>The space of the elements.</summary>
    public Space Feature { get; }

    /// <summary>Whether the elements are put together to one batch.</summary>
    public bool Stack { get; }

    /// <inheritdoc/>
    public override bool IsFlattenable => false;

    /// <inheritdoc/>
    public override SpaceSeed SeedWith(SpaceSeed seed)
    {
        RequireSeed(seed);
        SpaceSeed own = seed.IsNumber ? seed : seed.Parts![0];
        Rng = new Rng(own.Number);
        SpaceSeed feature = seed.IsNumber ? Seeds.Draw(Rng.Clone(), 1)[0] : seed.Parts![1];
        return SpaceSeed.List(own, Feature.SeedWith(feature));
    }

    /// <inheritdoc/>
    public override object Sample(object? mask = null, object? probability = null)
    {
        RequireOne(mask, probability);
        object?[]? parts = Parts(mask ?? probability, mask is not null ? "mask" : "probability");
        long length = DrawLength(parts?[0], mask is not null ? "mask" : "probability");
        object[] items = new object[length];
        for (int i = 0; i < items.Length; i++)
        {
            items[i] = Feature.SampleValue(mask is null ? null : parts![1], probability is null ? null : parts![1]);
        }

        return Stack ? Feature.ConcatenateValues(items) : items;
    }

    /// <inheritdoc/>
    public override bool Contains(object value) => ContainsValue(value);

    /// <inheritdoc/>
    public override bool ContainsValue(object? value)
    {
        if (Stack)
        {
            return value is not null && TryItems(value) is { } items && items.TrueForAll(Feature.ContainsValue);
        }

        return value is object?[] tuple && Array.TrueForAll(tuple, Feature.ContainsValue);
    }

    /// <inheritdoc/>
    public override object Coerce(object value)
    {
        ArgumentNullException.ThrowIfNull(value);
        if (Stack)
        {
            return TryItems(value) is { } items
                ? Feature.ConcatenateValues(items)
                : throw CannotCoerce(value, $"a batch of values of {Feature} is expected");
        }

        return value switch
        {
            object[] tuple => Array.ConvertAll(tuple, Feature.CoerceValue),
            IEnumerable<object> items => items.Select(Feature.CoerceValue).ToArray(),
            _ => throw CannotCoerce(value, $"an object[] of values of {Feature} is expected"),
        };
    }

    /// <inheritdoc/>
    public override JsonNode ToJson(object value)
    {
        ArgumentNullException.ThrowIfNull(value);
        JsonArray array = [];
        foreach (object item in Stack ? [.. Items(value)] : (object[])Coerce(value))
        {
            array.Add(Feature.ValueToJson(item));
        }

        return array;
    }

    /// <inheritdoc/>
    public override object FromJson(JsonNode? json)
    {
        JsonArray array = JsonArrays.Expect<JsonArray>(json, "an array of the elements of a sequence");
        object[] items = [.. array.Select(Feature.ValueFromJson)];
        return Stack ? Feature.ConcatenateValues(items) : items;
    }

    /// <inheritdoc/>
    public override JsonNode ValuesToJson(IReadOnlyList<object> values)
    {
        ArgumentNullException.ThrowIfNull(values);
        if (Stack)
        {
            return StackedJson.Write(Feature, [.. values.Select(Coerce)]);
        }

        JsonArray array = [];
        foreach (object value in values)
        {
            array.Add(Feature.ValuesToJson((object[])Coerce(value)));
        }

        return array;
    }

    /// <inheritdoc/>
    public override IReadOnlyList<object> ValuesFromJson(JsonNode? json)
    {
        if (Stack)
        {
            return StackedJson.Read(Feature, json);
        }

        JsonArray array = JsonArrays.Expect<JsonArray>(json, "an array of sequences");
        return [.. array.Select(item => Feature.ValuesFromJson(item).ToArray())];
    }

    /// <inheritdoc/>
    public override SequenceSpace Clone() => WithRngOf(new SequenceSpace(Feature.Clone(), Stack));

    /// <summary>Equal features, and both stacked or both not.</summary>
    public override bool Equals(object? obj) =>
        obj is SequenceSpace other && Stack == other.Stack && Feature.Equals(other.Feature);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Stack, Feature);

    /// <summary>Gymnasium's form, for example <c>Sequence(Discrete(3), stack=False)</c>.</summary>
    public override string ToString() => $"Sequence({Feature}, stack={(Stack ? "True" : "False")})";

    /// <inheritdoc/>
    protected internal override void RequireSeed(SpaceSeed seed)
    {
        ArgumentNullException.ThrowIfNull(seed);
        Seeds.RequireList(this, seed, [new Discrete(1), Feature]);
    }

    /// <inheritdoc/>
    protected internal override Space FlatSpace() => new SequenceSpace(Feature.FlatSpace(), Stack);

    /// <inheritdoc/>
    protected internal override object FlattenValue(object value)
    {
        object[] items = Stack ? [.. Items(value)] : (object[])Coerce(value);
        object[] flat = Array.ConvertAll(items, Feature.FlattenValue);
        return Stack ? Feature.FlatSpace().ConcatenateValues(flat) : flat;
    }

    /// <inheritdoc/>
    protected internal override object UnflattenValue(object flat)
    {
        if (Stack)
        {
            IEnumerable<object> rows = Feature.FlatSpace().Batch(1, inheritRng: false).IterateValue(flat);
            return Feature.ConcatenateValues([.. rows.Select(Feature.UnflattenValue)]);
        }

        return flat is object[] items
            ? Array.ConvertAll(items, Feature.UnflattenValue)
            : throw new ArgumentException(
                $"A flattened value of {this} is a tuple, not {PythonValues.Text(flat)}.", nameof(flat));
    }

    private List<object> Items(object value) =>
        TryItems(value) ?? throw CannotCoerce(value, $"a batch of values of {Feature} is expected");

    private List<object>? TryItems(object value)
    {
        try
        {
            return [.. Feature.Batch(1, inheritRng: false).IterateValue(value)];
        }
        catch (ArgumentException)
        {
            return null;
        }
    }

    private static object?[]? Parts(object? given, string kind)
    {
        if (given is null)
        {
            return null;
        }

        return given is object?[] { Length: 2 } parts
            ? parts
            : throw new ArgumentException(
                $"Expects the `{kind}` of a sequence to be an object[] of two, a length and a {kind} of the feature, "
                + $"not {PythonValues.Text(given)}.",
                kind);
    }

    private long DrawLength(object? given, string kind)
    {
        if (given is null)
        {
            return Rng.Geometric(EndProbability);
        }

        NdArray? choices = PythonValues.AsArray(given);
        if (choices is { Shape.Count: > 0 })
        {
            if (choices.Shape.Count != 1 || !choices.DType.IsInteger() || choices.Data.Length == 0)
            {
                throw new ArgumentException(
                    $"Expects the length mask of `{kind}` to be 1-dimensional, of integers, and not empty; "
                    + "actual shape: "
                    + $"{Shapes.Text(choices.Axes)}, actual type: {choices.DType.Name()}",
                    kind);
            }

            long[] lengths = ArrayConvert.To<long>(choices.Data);
            return Array.TrueForAll(lengths, length => length is >= 0 and < int.MaxValue)
                ? lengths[Rng.Choice(lengths.Length)]
                : throw new ArgumentException(
                    $"Expects all values in the length_mask of `{kind}` to be greater than or equal to zero, "
                    + $"actual values: {choices}",
                    kind);
        }

        if (!PythonValues.TryIntegral(given, out Int128 fixedLength))
        {
            throw new ArgumentException(
                $"Expects the type of length_mask of `{kind}` to be an integer or an array of them, "
                + $"actual type: {TypeNames.Of(given.GetType())}",
                kind);
        }

        return fixedLength >= 0 && fixedLength < int.MaxValue
            ? (long)fixedLength
            : throw new ArgumentException(
                $"Expects the length mask of `{kind}` to be greater than or equal to zero, "
                + $"actual value: {fixedLength}",
                kind);
    }
}
