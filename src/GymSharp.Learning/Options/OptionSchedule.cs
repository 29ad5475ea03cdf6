using System.Globalization;
using GymSharp.Learning.Schedules;

namespace GymSharp.Learning.Options;

/// <summary>An option that may change over the run: a number, or a schedule written as text.</summary>
/// <remarks>
/// <list type="bullet">
/// <item><c>0.001</c>: does not change;</item>
/// <item><c>linear:0.001</c> or <c>linear:0.001:0.0001</c>: in a straight line to 0, or to the second number;</item>
/// <item><c>cosine:0.001</c> or <c>cosine:0.001:0.0001</c>: along half a cosine wave;</item>
/// <item><c>exponential:0.001:0.0001</c>: by equal factors, both above 0;</item>
/// <item><c>piecewise:0=1,0.5=0.1</c>: in straight lines through points, each a part of the run (0 to 1) and the
/// value there.</item>
/// </list>
/// </remarks>
public sealed class OptionSchedule : IEquatable<OptionSchedule>
{
    /// <summary>How a schedule may be written, for messages.</summary>
    public const string Forms =
        "a number or a schedule (linear:START[:END], cosine:START[:END], exponential:START:END, "
        + "piecewise:PART=VALUE,PART=VALUE)";

    private const string PiecewiseName = "piecewise";
    private readonly ScheduleKind kind;
    private readonly double start;
    private readonly double end;
    private readonly PiecewiseSchedule? piecewise;

    private OptionSchedule(ScheduleKind kind, double start, double end)
    {
        this.kind = kind;
        this.start = start;
        this.end = end;
    }

    private OptionSchedule(PiecewiseSchedule piecewise) => this.piecewise = piecewise;

    /// <summary>Whether the value never changes.</summary>
    public bool IsConstant => piecewise is null && kind == ScheduleKind.Constant;

    /// <summary>The values that the schedule takes at its ends and points; it never leaves their range.</summary>
    public IReadOnlyList<double> Values => piecewise is null
        ? [start, end]
        : [.. piecewise.Points.Select(point => point.Value)];

    /// <summary>A number stands for a schedule that does not change.</summary>
    public static implicit operator OptionSchedule(double value) => Constant(value);

    /// <summary>A value that does not change.</summary>
    public static OptionSchedule Constant(double value) => new(ScheduleKind.Constant, value, value);

    /// <summary>A straight line over the run.</summary>
    public static OptionSchedule Linear(double start, double end = 0) => new(ScheduleKind.Linear, start, end);

    /// <summary>Half a cosine wave over the run.</summary>
    public static OptionSchedule Cosine(double start, double end = 0) => new(ScheduleKind.Cosine, start, end);

    /// <summary>Straight lines through points: the part of the run that is done (0 to 1), and the value.</summary>
    /// <exception cref="ArgumentException">The points do not rise from 0 to 1.</exception>
    public static OptionSchedule Piecewise(params (double Progress, double Value)[] points) =>
        new(new PiecewiseSchedule(points));

    /// <summary>Reads a number or a schedule.</summary>
    /// <exception cref="FormatException">The text is neither; the message says how one is written.</exception>
    public static OptionSchedule Parse(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        if (TryNumber(text, out double value))
        {
            return Constant(value);
        }

        int colon = text.IndexOf(':', StringComparison.Ordinal);
        string rest = text[(colon + 1)..];
        OptionSchedule? schedule = colon < 0 ? null : text[..colon] switch
        {
            "linear" => Line(ScheduleKind.Linear, rest),
            "cosine" => Line(ScheduleKind.Cosine, rest),
            "exponential" => Line(ScheduleKind.Exponential, rest),
            PiecewiseName => Points(rest),
            _ => null,
        };
        return schedule ?? throw new FormatException($"'{text}' is no schedule; expected {Forms}.");
    }

    /// <summary>The value when a part of the run is done.</summary>
    /// <param name="progress">The part, from 0 to 1; what lies outside counts as the nearer end.</param>
    public double At(double progress) => piecewise?.At(progress) ?? Schedule.Between(kind, start, end, progress);

    /// <inheritdoc/>
    public bool Equals(OptionSchedule? other) => other is not null && other.ToString() == ToString();

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as OptionSchedule);

    /// <inheritdoc/>
    public override int GetHashCode() => ToString().GetHashCode(StringComparison.Ordinal);

    /// <summary>The schedule as <see cref="Parse"/> reads it.</summary>
    public override string ToString() => piecewise is not null
        ? $"{PiecewiseName}:{string.Join(',', piecewise.Points.Select(
            point => $"{Text(point.Progress)}={Text(point.Value)}"))}"
        : IsConstant ? Text(start)
        : end == 0 ? $"{OptionBinder.SnakeCase(kind.ToString())}:{Text(start)}"
        : $"{OptionBinder.SnakeCase(kind.ToString())}:{Text(start)}:{Text(end)}";

    private static OptionSchedule? Line(ScheduleKind kind, string text)
    {
        string[] parts = text.Split(':');
        double end = 0;
        return parts.Length is 1 or 2 && TryNumber(parts[0], out double start)
            && (parts.Length == 1 || TryNumber(parts[1], out end))
            && (kind != ScheduleKind.Exponential || (start > 0 && end > 0))
            ? new(kind, start, end)
            : null;
    }

    private static OptionSchedule? Points(string text)
    {
        List<(double, double)> points = [];
        foreach (string point in text.Split(','))
        {
            string[] sides = point.Split('=');
            if (sides.Length != 2
                || !TryNumber(sides[0], out double progress) || !TryNumber(sides[1], out double value))
            {
                return null;
            }

            points.Add((progress, value));
        }

        try
        {
            return Piecewise([.. points]);
        }
        catch (ArgumentException error)
        {
            throw new FormatException(error.Message.Split(" (Parameter", 2)[0], error);
        }
    }

    private static bool TryNumber(string text, out double value) =>
        double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out value) && double.IsFinite(value);

    private static string Text(double value) => value.ToString(CultureInfo.InvariantCulture);
}
