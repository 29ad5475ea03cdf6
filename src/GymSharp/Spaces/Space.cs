using System.Text.Json.Nodes;
using GymSharp.Randomness;

namespace GymSharp.Spaces;

/// <summary>
/// A set of values: what an environment shows, or what it accepts. Untyped view of <see cref="Space{T}"/>.
/// </summary>
/// <remarks>
/// Semantics and random draws are those of <c>gymnasium.spaces</c> 1.4: a space seeded with the same number gives the
/// same samples. Two spaces are equal when they describe the same set; their generators do not count.
/// </remarks>
public abstract class Space
{
    private const long LargestBatchSeed = 100_000_000;
    private Rng? rng;

    /// <summary>Sizes of the axes of an array value, or null where values are not arrays of one shape.</summary>
    public virtual IReadOnlyList<int>? Shape => null;

    /// <summary>Element type of an array or integer value, or null where there is none.</summary>
    public virtual DType? ElementType => null;

    /// <summary>The CLR type of a value.</summary>
    public abstract Type ValueType { get; }

    /// <summary>Whether values flatten to an array of fixed length (Gymnasium's <c>is_np_flattenable</c>).</summary>
    public abstract bool IsFlattenable { get; }

    /// <summary>
    /// The generator that <see cref="SampleValue"/> draws from; seeded by the operating system until a seed is given.
    /// </summary>
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
    /// <exception cref="ArgumentException">
    /// The seeds do not fit the structure of the space; nothing was changed.
    /// </exception>
    public virtual SpaceSeed SeedWith(SpaceSeed seed)
    {
        RequireSeed(seed);
        Rng = new Rng(seed.Number);
        return seed;
    }

    /// <summary>Draws a value.</summary>
    /// <param name="mask">What may be drawn, in the form the space documents, or null for everything.</param>
    /// <param name="probability">
    /// How often each value is drawn, in the form the space documents, or null for uniform.
    /// </param>
    /// <exception cref="ArgumentException">The mask or the probabilities do not fit, or both are given.</exception>
    public abstract object SampleValue(object? mask = null, object? probability = null);

    /// <summary>Whether a value belongs to this space, by Gymnasium's rules.</summary>
    /// <param name="value">
    /// A value of <see cref="ValueType"/>; or what stands for a Python value: <see cref="NdArray"/> for an array or
    /// NumPy
    /// scalar (its shape and element type must fit), <c>object[]</c> for a tuple, <see cref="List{T}"/> for a list,
    /// <see cref="DictValue"/> for a dictionary, and bool, integers, double and string for themselves.
    /// </param>
    public abstract bool ContainsValue(object? value);

    /// <summary>
    /// Converts a value of a related type (a boxed <c>long</c> for an <c>int</c>, <c>double[]</c> for <c>float[]</c>)
    /// to this space's type.
    /// </summary>
    /// <exception cref="ArgumentException">No such conversion exists; the message names both types.</exception>
    public abstract object CoerceValue(object value);

    /// <summary>Writes a value as JSON: numbers, strings, and arrays nested by shape.</summary>
    public abstract JsonNode? ValueToJson(object value);

    /// <summary>Reads a value that <see cref="ValueToJson"/> wrote.</summary>
    /// <exception cref="FormatException">The JSON does not describe a value of this space's type and shape.</exception>
    public abstract object ValueFromJson(JsonNode? json);

    /// <summary>
    /// Writes values in Gymnasium's batch form (<c>to_jsonable</c>): for a composite space, one batch per part.
    /// </summary>
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

    /// <summary>Length of a flattened value.</summary>
    /// <exception cref="ArgumentException">Values have no fixed length.</exception>
    protected internal virtual long FlatLength => throw NotFlattenable();

    /// <summary>The space of flattened values: a <see cref="Box{T}"/> with one axis where that is possible.</summary>
    protected internal virtual Space FlatSpace() =>
        throw new NotSupportedException($"{this} has no flat form; override {nameof(FlatSpace)} to give it one.");

    /// <summary>Flattens a value; see <see cref="SpaceUtilities.Flatten"/>.</summary>
    protected internal virtual object FlattenValue(object value) =>
        throw new NotSupportedException(
            $"Values of {this} have no flat form; override {nameof(FlattenValue)} to give them one.");

    /// <summary>Undoes <see cref="FlattenValue"/>.</summary>
    /// <exception cref="ArgumentException">The array is not a flattened value of this space.</exception>
    protected internal virtual object UnflattenValue(object flat) =>
        throw new NotSupportedException(
            $"Values of {this} have no flat form; override {nameof(UnflattenValue)} to read one.");

    /// <summary>The space of <paramref name="count"/> values at once; unless overridden, tuples of that many.</summary>
    /// <param name="count">How many values.</param>
    /// <param name="inheritRng">Whether the batch continues this space's stream of random numbers.</param>
    protected internal virtual Space Batch(int count, bool inheritRng)
    {
        Space[] copies = new Space[count];
        for (int i = 0; i < count; i++)
        {
            copies[i] = Clone();
        }

        TupleSpace batch = new(copies);
        if (inheritRng)
        {
            Rng seeds = Rng.Clone();
            foreach (Space copy in copies)
            {
                copy.SeedWith(SpaceSeed.Of(seeds.Integers(0L, LargestBatchSeed)));
            }

            batch.Rng = Rng.Clone();
        }

        return batch;
    }

    /// <summary>Puts values together to a value of the batched space.</summary>
    protected internal virtual object ConcatenateValues(IReadOnlyList<object> values) => values.ToArray();

    /// <summary>Takes a value of this space, which is a batch, apart along its first axis.</summary>
    /// <exception cref="ArgumentException">Values of this space have no first axis.</exception>
    protected internal virtual IEnumerable<object> IterateValue(object batch) =>
        throw new ArgumentException($"Unable to iterate over a value of {this}: it is not a batch.", nameof(batch));

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

    /// <summary>This space, with a copy of the generator.</summary>
    internal Space Continue(Rng generator)
    {
        rng = generator.Clone();
        return this;
    }

    /// <summary>The exception for a space whose values have no fixed length.</summary>
    private protected ArgumentException NotFlattenable(string? message = null) => new(
        message
        ?? $"{this} cannot be flattened to a numpy array, probably because it contains a `Graph` or `Sequence` "
        + "subspace.",
        paramName: null);
}
