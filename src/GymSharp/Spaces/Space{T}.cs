using System.Text.Json.Nodes;

namespace GymSharp.Spaces;

/// <summary>A set of values of type <typeparamref name="T"/>.</summary>
/// <typeparam name="T">
/// Row-major arrays for <c>Box</c>, <c>MultiBinary</c> and <c>MultiDiscrete</c>; <c>int</c> for <c>Discrete</c>;
/// <c>string</c> for <c>Text</c>; <c>object[]</c> for <c>Tuple</c>; and so on.
/// </typeparam>
public abstract class Space<T> : Space
    where T : notnull
{
    /// <inheritdoc/>
    public override Type ValueType => typeof(T);

    /// <summary>Draws a value.</summary>
    /// <param name="mask">What may be drawn, in the form the space documents, or null for everything.</param>
    /// <param name="probability">
    /// How often each value is drawn, in the form the space documents, or null for uniform.
    /// </param>
    /// <exception cref="ArgumentException">The mask or the probabilities do not fit, or both are given.</exception>
    public abstract T Sample(object? mask = null, object? probability = null);

    /// <summary>Whether a value belongs to this space.</summary>
    public abstract bool Contains(T value);

    /// <summary>Writes a value as JSON.</summary>
    public abstract JsonNode? ToJson(T value);

    /// <summary>Reads a value that <see cref="ToJson"/> wrote.</summary>
    /// <exception cref="FormatException">The JSON does not describe a value of this space's type and shape.</exception>
    public abstract T FromJson(JsonNode? json);

    /// <summary>Converts a value of a related type to <typeparamref name="T"/>.</summary>
    /// <exception cref="ArgumentException">No such conversion exists.</exception>
    public abstract T Coerce(object value);

    /// <inheritdoc/>
    public sealed override object SampleValue(object? mask = null, object? probability = null) =>
        Sample(mask, probability);

    /// <inheritdoc/>
    public sealed override JsonNode? ValueToJson(object value) => ToJson(Coerce(value));

    /// <inheritdoc/>
    public sealed override object ValueFromJson(JsonNode? json) => FromJson(json);

    /// <inheritdoc/>
    public sealed override object CoerceValue(object value) => Coerce(value);

    /// <summary>Refuses a mask and probabilities at once.</summary>
    private protected static void RequireOne(object? mask, object? probability)
    {
        if (mask is not null && probability is not null)
        {
            throw new ArgumentException(
                "Only one of `mask` or `probability` can be provided, actual values: "
                + $"mask={PythonValues.Text(mask)}, probability={PythonValues.Text(probability)}.",
                nameof(probability));
        }
    }

    /// <summary>The exception for a value that cannot be converted.</summary>
    private protected ArgumentException CannotCoerce(object value, string reason) => new(
        $"A {TypeNames.Of(value.GetType())} is not a value of {this}: {reason}.", nameof(value));
}
