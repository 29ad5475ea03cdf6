using System.Collections;
using System.Globalization;
using GymSharp.Registration;

namespace GymSharp.Mujoco;

/// <summary>
/// Arguments that are dictionaries in Python: a dictionary in C#, and text such as
/// <c>distance=4;lookat=0,0,1</c> on the command line.
/// </summary>
internal static class NamedSettings
{
    /// <summary>A camera; what is not given stays as it is.</summary>
    /// <exception cref="ArgumentException">A name is unknown, or a value is of the wrong kind.</exception>
    public static CameraOptions Camera(EnvArguments arguments, string name, CameraOptions camera)
    {
        foreach ((string key, object? value) in Read(arguments, name))
        {
            double[] numbers = Numbers(name, key, value);
            bool isOne = numbers.Length == 1;
            camera = key switch
            {
                "type" when isOne => camera with { Kind = (int)numbers[0] },
                "fixedcamid" when isOne => camera with { FixedCamera = (int)numbers[0] },
                "trackbodyid" when isOne => camera with { TrackedBody = (int)numbers[0] },
                "distance" when isOne => camera with { Distance = numbers[0] },
                "azimuth" when isOne => camera with { Azimuth = numbers[0] },
                "elevation" when isOne => camera with { Elevation = numbers[0] },
                "lookat" when numbers.Length == 3 => camera with { LookAt = numbers },
                _ => throw new ArgumentException(
                    $"The argument '{name}' does not take '{key}' with {numbers.Length} numbers. It takes one number "
                    + "for type, fixedcamid, trackbodyid, distance, azimuth and elevation, and three for lookat.",
                    name),
            };
        }

        return camera;
    }

    /// <summary>Numbers of flags and whether they are on.</summary>
    /// <exception cref="ArgumentException">A name is no whole number, or a value neither true nor false.</exception>
    public static IReadOnlyDictionary<int, bool> Flags(EnvArguments arguments, string name)
    {
        Dictionary<int, bool> flags = [];
        foreach ((string key, object? value) in Read(arguments, name))
        {
            bool isOn = false;
            if (!int.TryParse(key, NumberStyles.None, CultureInfo.InvariantCulture, out int flag)
                || !bool.TryParse(Convert.ToString(value, CultureInfo.InvariantCulture), out isOn))
            {
                throw new ArgumentException(
                    $"The argument '{name}' gives numbers of flags true or false, for example \"0=true\"; "
                    + $"got {key}={value}.",
                    name);
            }

            flags[flag] = isOn;
        }

        return flags;
    }

    private static IEnumerable<KeyValuePair<string, object?>> Read(EnvArguments arguments, string name)
    {
        if (!arguments.TryGet(name, out object? value) || value is null)
        {
            return [];
        }

        return value switch
        {
            IDictionary dictionary => Entries(dictionary),
            string text => text.Split(';', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)
                .Select(pair => pair.Split('=', 2, StringSplitOptions.TrimEntries))
                .Select(pair => new KeyValuePair<string, object?>(pair[0], pair.ElementAtOrDefault(1))),
            _ => throw new ArgumentException(
                $"The argument '{name}' must be a dictionary, or text of the form \"name=value;name=value\".", name),
        };
    }

    private static IEnumerable<KeyValuePair<string, object?>> Entries(IDictionary dictionary)
    {
        foreach (DictionaryEntry entry in dictionary)
        {
            yield return new(Convert.ToString(entry.Key, CultureInfo.InvariantCulture)!, entry.Value);
        }
    }

    private static double[] Numbers(string name, string key, object? value)
    {
        IEnumerable parts = value switch
        {
            string text => text.Split(',', StringSplitOptions.TrimEntries),
            IEnumerable list => list,
            _ => new[] { value },
        };
        try
        {
            return [.. parts.Cast<object?>().Select(part => Convert.ToDouble(part, CultureInfo.InvariantCulture))];
        }
        catch (Exception error) when (error is FormatException or InvalidCastException or OverflowException)
        {
            throw new ArgumentException($"The argument '{name}' has no number for '{key}'.", name, error);
        }
    }
}
