using System.Collections;
using System.Globalization;
using GymSharp.Mujoco.Rendering;
using GymSharp.Registration;

namespace GymSharp.Mujoco;

/// <summary>Reads keyword arguments of MuJoCo tasks, as Gymnasium names and writes them.</summary>
internal static class TaskArguments
{
    /// <summary>A number; infinities are the texts <c>inf</c> and <c>-inf</c>.</summary>
    /// <exception cref="ArgumentException">It is none, or not a number.</exception>
    public static double Number(this EnvArguments arguments, string name, double fallback) =>
        arguments.TryGet(name, out object? value) ? ToNumber(arguments, name, value) : fallback;

    /// <summary>A number of at least 0.</summary>
    /// <exception cref="ArgumentException">It is none, negative or infinite.</exception>
    public static double Scale(this EnvArguments arguments, string name, double fallback)
    {
        double scale = arguments.Number(name, fallback);
        return scale >= 0 && double.IsFinite(scale)
            ? scale
            : throw new ArgumentException(
                $"The argument '{name}' must be a finite number of at least 0, got {Text(scale)}.", name);
    }

    /// <summary>A whole number of at least 1.</summary>
    /// <exception cref="ArgumentException">It is none, or smaller.</exception>
    public static int Count(this EnvArguments arguments, string name, int fallback)
    {
        int count = arguments.Get(name, fallback);
        return count >= 1
            ? count
            : throw new ArgumentException(
                $"The argument '{name}' must be a whole number of at least 1, got {count}.", name);
    }

    /// <summary>A list of two numbers.</summary>
    /// <exception cref="ArgumentException">It is none.</exception>
    public static (double Low, double High) Range(
        this EnvArguments arguments, string name, (double Low, double High) fallback)
    {
        if (!arguments.TryGet(name, out object? value))
        {
            return fallback;
        }

        object?[] bounds = value is IEnumerable list and not string ? [.. list.Cast<object?>()] : [];
        return bounds.Length == 2
            ? (ToNumber(arguments, name, bounds[0]), ToNumber(arguments, name, bounds[1]))
            : throw new ArgumentException(
                $"The argument '{name}' must be a list of two numbers, the lower bound and the upper, for example "
                + $"[{Text(fallback.Low)}, {Text(fallback.High)}].",
                name);
    }

    /// <summary>
    /// Size, camera and flags of pictures. Whoever describes a camera and names none sees through that one, not through
    /// the model's.
    /// </summary>
    /// <param name="arguments">The arguments.</param>
    /// <param name="camera">The task's own camera.</param>
    public static ViewOptions View(this EnvArguments arguments, CameraOptions camera)
    {
        int? id = arguments.Get<int?>("camera_id", null);
        string? name = arguments.Get<string?>("camera_name", null);
        return id is null || name is null
            ? new()
            {
                Width = arguments.Count("width", 480),
                Height = arguments.Count("height", 480),
                CameraId = id ?? (name is null && IsGiven(arguments, "default_camera_config") ? -1 : null),
                CameraName = name,
                MaximumGeoms = arguments.Count("max_geom", 1000),
                Camera = NamedSettings.Camera(arguments, "default_camera_config", camera),
                Flags = NamedSettings.Flags(arguments, "visual_options"),
                Renderer = RendererNames.Parse(arguments.Get("renderer", "auto"), "The argument 'renderer'"),
            }
            : throw new ArgumentException(
                "Both `camera_id` and `camera_name` cannot be specified at the same time. Give one of them.",
                nameof(arguments));
    }

    private static bool IsGiven(EnvArguments arguments, string name) =>
        arguments.TryGet(name, out object? value) && value is not null;

    private static double ToNumber(EnvArguments arguments, string name, object? value)
    {
        double number = value switch
        {
            "inf" or "Infinity" => double.PositiveInfinity,
            "-inf" or "-Infinity" => double.NegativeInfinity,
            double or float or int or long => Convert.ToDouble(value, CultureInfo.InvariantCulture),
            _ => arguments.Get(name, double.NaN),
        };
        return double.IsNaN(number)
            ? throw new ArgumentException($"The argument '{name}' must be made of numbers, got {value}.", name)
            : number;
    }

    private static string Text(double number) => double.IsInfinity(number)
        ? number > 0 ? "\"inf\"" : "\"-inf\""
        : number.ToString("R", CultureInfo.InvariantCulture);
}
