using System.Text;
using System.Text.Json.Nodes;
using GymSharp.Randomness;

namespace GymSharp.Spaces;

/// <summary>Text of limited length over a set of characters.</summary>
/// <remarks>
/// Lengths count code points, as in Python. A mask is an <c>object?[]</c> of two: the length, or null for a random one,
/// and an <c>sbyte[]</c> with a 1 for each character that may be drawn, or null for all. Probabilities have the same
/// form,
/// with a <c>double[]</c> whose sum is 1. Both follow the order of <see cref="CharacterList"/>.
/// </remarks>
public sealed partial class TextSpace : Space<string>
{
    private const string Alphanumeric = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";
    private readonly string[] characters;
    private readonly Dictionary<Rune, int> positions;
    private readonly double[] uniform;

    /// <summary>Text over the characters of a string.</summary>
    /// <param name="maxLength">Largest number of characters.</param>
    /// <param name="minLength">Smallest number of characters.</param>
    /// <param name="charset">
    /// The characters, in the order used for sampling; digits and English letters when left out.
    /// </param>
    /// <exception cref="ArgumentException">A negative length, or a smallest above the largest.</exception>
    public TextSpace(int maxLength, int minLength = 1, string? charset = null)
        : this([.. (charset ?? Alphanumeric).EnumerateRunes().Distinct()], maxLength, minLength)
    {
    }

    /// <summary>Text over a set of characters, which are put in order.</summary>
    /// <param name="maxLength">Largest number of characters.</param>
    /// <param name="minLength">Smallest number of characters.</param>
    /// <param name="charset">The characters.</param>
    /// <exception cref="ArgumentException">
    /// An element that is not one character, a negative length, or a smallest above the largest.
    /// </exception>
    public TextSpace(int maxLength, int minLength, IReadOnlySet<string> charset)
        : this([.. Runes(charset).Order()], maxLength, minLength)
    {
    }

    private TextSpace(Rune[] runes, int maxLength, int minLength)
    {
        if (minLength < 0)
        {
            throw new ArgumentOutOfRangeException(
                nameof(minLength), minLength, $"Minimum text length must be non-negative, actual value: {minLength}");
        }

        if (minLength > maxLength)
        {
            throw new ArgumentOutOfRangeException(
                nameof(maxLength),
                maxLength,
                $"The min_length must be less than or equal to the max_length, min_length: {minLength}, "
                + $"max_length: {maxLength}");
        }

        MinLength = minLength;
        MaxLength = maxLength;
        characters = Array.ConvertAll(runes, rune => rune.ToString());
        positions = [];
        foreach (Rune rune in runes)
        {
            positions.Add(rune, positions.Count);
        }

        uniform = BoundArrays.Fill(1.0 / runes.Length, runes.Length);
        CharacterList = string.Concat(characters);
        Characters = string.Concat(runes.Order());
    }

    /// <summary>Smallest number of characters.</summary>
    public int MinLength { get; }

    /// <summary>Largest number of characters.</summary>
    public int MaxLength { get; }

    /// <summary>The characters in the order used for sampling, masks and flat forms.</summary>
    public string CharacterList { get; }

    /// <summary>The characters, sorted.</summary>
    public string Characters { get; }

    /// <inheritdoc/>
    public override bool IsFlattenable => true;

    /// <inheritdoc/>
    public override string Sample(object? mask = null, object? probability = null)
    {
        RequireOne(mask, probability);
        (int? wanted, double[] weights) = mask is not null ? TextMasks.FromMask(mask, this, characters.Length)
            : probability is not null ? TextMasks.FromProbability(probability, this, characters.Length)
            : (null, uniform);
        weights = weights.Length == 0 ? uniform : weights;
        bool empty = Array.TrueForAll(weights, weight => weight == 0.0);
        if (empty && MinLength > 0)
        {
            throw new ArgumentException(
                $"Trying to sample with a minimum length > 0 (actual minimum length={MinLength}) but the character "
                + "mask is all "
                + "zero meaning that no character could be sampled.",
                nameof(mask));
        }

        int length = wanted ?? (int)Rng.Integers(MinLength, MaxLength + 1L);
        return empty ? "" : Draw(length, weights);
    }

    /// <inheritdoc/>
    public override bool Contains(string value)
    {
        if (value is null)
        {
            return false;
        }

        int length = 0;
        foreach (Rune rune in value.EnumerateRunes())
        {
            length++;
            if (length > MaxLength || !positions.ContainsKey(rune))
            {
                return false;
            }
        }

        return length >= MinLength;
    }

    /// <inheritdoc/>
    public override bool ContainsValue(object? value) => value is string text && Contains(text);

    /// <inheritdoc/>
    public override string Coerce(object value)
    {
        ArgumentNullException.ThrowIfNull(value);
        return value as string ?? throw CannotCoerce(value, "text is expected");
    }

    /// <inheritdoc/>
    public override JsonNode ToJson(string value)
    {
        ArgumentNullException.ThrowIfNull(value);
        return JsonValue.Create(value);
    }

    /// <inheritdoc/>
    public override string FromJson(JsonNode? json) => JsonArrays.Text(json, "text");

    /// <inheritdoc/>
    public override TextSpace Clone() => WithRngOf(new TextSpace(MaxLength, MinLength, CharacterList));

    /// <summary>Same lengths and characters; the order of the characters does not count.</summary>
    public override bool Equals(object? obj) =>
        obj is TextSpace other
        && MinLength == other.MinLength
        && MaxLength == other.MaxLength
        && Characters == other.Characters;

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(MinLength, MaxLength, Characters);

    /// <summary>Gymnasium's form, for example <c>Text(1, 10, charset=0123456789)</c>.</summary>
    public override string ToString() => $"Text({MinLength}, {MaxLength}, charset={Characters})";

    /// <inheritdoc/>
    protected internal override long FlatLength => MaxLength;

    /// <inheritdoc/>
    protected internal override Space FlatSpace() =>
        new Box<int>(new int[MaxLength], BoundArrays.Fill(characters.Length, MaxLength), MaxLength);

    /// <inheritdoc/>
    protected internal override object FlattenValue(object value)
    {
        string text = Coerce(value);
        int[] flat = BoundArrays.Fill(characters.Length, MaxLength);
        int at = 0;
        foreach (Rune rune in text.EnumerateRunes())
        {
            if (at == MaxLength || !positions.TryGetValue(rune, out int position))
            {
                throw new ArgumentException(
                    $"'{text}' is not a value of {this}, so it has no flat form.", nameof(value));
            }

            flat[at++] = position;
        }

        return flat;
    }

    /// <inheritdoc/>
    protected internal override object UnflattenValue(object flat)
    {
        StringBuilder text = new();
        foreach (long index in ArrayConvert.To<long>(ArrayConvert.Expect(flat, MaxLength, this)))
        {
            if (index < 0)
            {
                throw new ArgumentException(
                    $"{PythonValues.Text(flat)} has a negative index, so it is not a flattened value of {this}.",
                    nameof(flat));
            }

            text.Append(index < characters.Length ? characters[index] : "");
        }

        return text.ToString();
    }

    private static List<Rune> Runes(IReadOnlySet<string> charset)
    {
        ArgumentNullException.ThrowIfNull(charset);
        List<Rune> runes = [];
        List<string> invalid = [];
        foreach (string element in charset)
        {
            if (Rune.TryGetRuneAt(element.Length == 0
                ? "\ud800"
                : element, 0, out Rune rune) && rune.Utf16SequenceLength == element.Length)
            {
                runes.Add(rune);
            }
            else
            {
                invalid.Add(CodePoints.Quote(element));
            }
        }

        return invalid.Count == 0
            ? runes
            : throw new ArgumentException(
                "Expects all charset elements to be a single character, actual invalid "
                + $"elements: [{string.Join(", ", invalid)}]",
                nameof(charset));
    }

    private string Draw(int length, double[] weights)
    {
        Choosing.RequireProbabilities(weights);
        double[] cumulative = new double[weights.Length];
        Choosing.Accumulate(weights, cumulative);
        StringBuilder text = new(length);
        for (int i = 0; i < length; i++)
        {
            text.Append(characters[Choosing.FirstAbove(cumulative, Rng.Random())]);
        }

        return text.ToString();
    }
}
