using System.Text.Json.Nodes;
using GymSharp.Randomness;

namespace GymSharp.Spaces;

/// <summary>A set of values: what an environment shows, or what it accepts. Untyped view of <see cref="Space{T}"/>.</summary>
/// <remarks>
/// Semantics and random draws are those of <c>gymnasium.spaces</c> 1.4: a space seeded with the same number gives the
/// same samples. Two spaces are equal when they describe the same set; their generators do not count.
/// </remarks>
public abstract class Space
{
    private Rng? rng;

    /// <summary>Sizes of the axes of an array value, or null where values are not arrays of one shape.</summary>
    public virtual IReadOnlyList<int>? Shape => null;

    /// <summary>Element type of an array or integer value, or null where there is none.</summary>
    public virtual DType? ElementType => null;

    /// <summary>The CLR type of a value.</summary>
    public abstract Type ValueType { get; }

    /// <summary>Whether values flatten to an array of fixed length (Gymnasium's <c>is_np_flattenable</c>).</summary>
    public abstract bool IsFlattenable { get; }

    /// <summary>The generator that <see cref="SampleValue"/> draws from; seeded by the operating system until a seed is given.</summary>
    public Rng Rng
    {
        get => rng ??= Rng.FromOperatingSystem();
        protected internal set => rng = value;
    }

    /// <summary>Whether a generator exists already; for copies.</summary>
    protected bool HasRng => rng is not null;

    /// <summary>Seeds this space and the spaces inside it.</summary>
    /// <param name="seed">A non-negative seed.</param>
    public void Seed(ulong seed) => SeedWith(SpaceSeed.Of(seed));

    /// <summary>Seeds this space and the spaces inside it.</summary>
    /// <param name="seed">One number, or in a composite space the seeds of the parts.</param>
    /// <returns>The seed that each generator got, in the structure of the space.</returns>
    /// <exception cref="ArgumentException">The seeds do not fit the structure of the space; nothing was changed.</exception>
    public virtual SpaceSeed SeedWith(SpaceSeed seed)
    {
        RequireSeed(seed);
        Rng = new Rng(seed.Number);
        return seed;
    }

    /// <summary>Draws a value.</summary>
    /// <param name="mask">What may be drawn, in the form the space documents, or null for everything.</param>
    /// <param name="probability">How often each value is drawn, in the form the space documents, or null for uniform.</param>
    /// <exception cref="ArgumentException">The mask or the probabilities do not fit, or both are given.</exception>
    public abstract object SampleValue(object? mask = null, object? probability = null);

    /// <summary>Whether a value belongs to this space, by Gymnasium's rules.</summary>
    /// <param name="value">
    /// A value of <see cref="ValueType"/>; or what stands for a Python value: <see cref="NdArray"/> for an array or NumPy
    /// scalar (its shape and element type must fit), <c>object[]</c> for a tuple, <see cref="List{T}"/> for a list,
    /// <see cref="DictValue"/> for a dictionary, and bool, integers, double and string for themselves.
    /// </param>
    public abstract bool ContainsValue(object? value);

    /// <summary>Converts a value of a related type (a boxed <c>long</c> for an <c>int</c>, <c>double[]</c> for <c>float[]</c>) to this space's type.</summary>
    /// <exception cref="ArgumentException">No such conversion exists; the message names both types.</exception>
    public abstract object CoerceValue(object value);

    /// <summary>Writes a value as JSON: numbers, strings, and arrays nested by shape.</summary>
    public abstract JsonNode? ValueToJson(object value);

    /// <summary>Reads a value that <see cref="ValueToJson"/> wrote.</summary>
    /// <exception cref="FormatException">The JSON does not describe a value of this space's type and shape.</exception>
    public abstract object ValueFromJson(JsonNode? json);

    /// <summary>Writes values in Gymnasium's batch form (<c>to_jsonable</c>): for a composite space, one batch per part.</summary>
    public virtual JsonNode ValuesToJson(IReadOnlyList<object> values)
    {
        ArgumentNullException.ThrowIfNull(values);
        JsonArray array = [];
        foreach (object value in values)
        {
            array.Add(ValueToJson(value));
        }

        return array;
    }

    /// <summary>Reads values that <see cref="ValuesToJson"/> wrote.</summary>
    /// <exception cref="FormatException">The JSON does not describe values of this space's type and shape.</exception>
    public virtual IReadOnlyList<object> ValuesFromJson(JsonNode? json)
    {
        JsonArray array = JsonArrays.Expect<JsonArray>(json, "an array of values");
        object[] values = new object[array.Count];
        for (int i = 0; i < values.Length; i++)
        {
            values[i] = ValueFromJson(array[i]);
        }

        return values;
    }

    /// <summary>An equal space with its own copy of the generator's state.</summary>
    public abstract Space Clone();

    /// <summary>Refuses seeds that do not fit this space.</summary>
    protected internal virtual void RequireSeed(SpaceSeed seed)
    {
        ArgumentNullException.ThrowIfNull(seed);
        if (!seed.IsNumber)
        {
            throw new ArgumentException($"{this} takes one number as its seed, not {seed}.", nameof(seed));
        }
    }

    /// <summary>Gives a copy of this space the same generator state.</summary>
    protected TSpace WithRngOf<TSpace>(TSpace copy)
        where TSpace : Space
    {
        copy.rng = rng?.Clone();
        return copy;
    }
}
