using System.Text.Json.Nodes;
using GymSharp.Randomness;

namespace GymSharp.Spaces;

/// <summary>A set of values: what an environment shows, or what it accepts. Untyped view of <see cref="Space{T}"/>.</summary>
/// <remarks>
/// Semantics and random draws are those of <c>gymnasium.spaces</c> 1.4: a space seeded with the same number gives the
/// same samples.
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

    /// <summary>The generator that <see cref="SampleValue"/> draws from; seeded by the operating system until <see cref="Seed"/> is called.</summary>
    public Rng Rng
    {
        get
        {
            if (rng is null)
            {
                SeedFromOperatingSystem();
            }

            return rng ??= Rng.FromOperatingSystem();
        }
        protected internal set => rng = value;
    }

    /// <summary>Seeds this space and the spaces inside it.</summary>
    /// <param name="seed">A non-negative seed.</param>
    public virtual void Seed(ulong seed) => rng = new Rng(seed);

    /// <summary>Draws a value.</summary>
    /// <param name="mask">What may be drawn, in the form the space documents, or null for everything.</param>
    /// <param name="probability">How often each value is drawn, in the form the space documents, or null for uniform.</param>
    /// <exception cref="ArgumentException">The mask or the probabilities do not fit, or both are given.</exception>
    public abstract object SampleValue(object? mask = null, object? probability = null);

    /// <summary>Whether a value belongs to this space; values of other types are converted only where nothing is lost.</summary>
    public abstract bool ContainsValue(object? value);

    /// <summary>Converts a value of a related type (a boxed <c>long</c> for an <c>int</c>, <c>double[]</c> for <c>float[]</c>) to this space's type.</summary>
    /// <exception cref="ArgumentException">No such conversion exists; the message names both types.</exception>
    public abstract object CoerceValue(object value);

    /// <summary>Writes a value as JSON: numbers, strings, and arrays nested by shape.</summary>
    public abstract JsonNode? ValueToJson(object value);

    /// <summary>Reads a value that <see cref="ValueToJson"/> wrote.</summary>
    /// <exception cref="FormatException">The JSON does not describe a value of this space's type and shape.</exception>
    public abstract object ValueFromJson(JsonNode? json);

    /// <summary>An equal space with its own copy of the generator's state.</summary>
    public abstract Space Clone();

    /// <summary>Gives the children of a composite space generators when none was seeded.</summary>
    protected virtual void SeedFromOperatingSystem()
    {
    }

    /// <summary>Whether a generator exists already; for copies.</summary>
    protected bool HasRng => rng is not null;
}
