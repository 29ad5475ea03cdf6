// Gymnasium's messages, word for word; the framework would add the name of a parameter.
#pragma warning disable MA0015

namespace GymSharp.Environments.Box2D;

/// <summary>What can be chosen about a lunar lander.</summary>
public sealed record LunarLanderOptions
{
    /// <summary>Acceleration of gravity upwards, m/s², between −12 and 0.</summary>
    /// <value>The default is −10.</value>
    public double Gravity { get; init; } = -10.0;

    /// <summary>Whether wind blows until a leg touches the ground.</summary>
    /// <value>The default is false.</value>
    public bool EnableWind { get; init; }

    /// <summary>The greatest force of the wind, N; 0 to 20 is recommended.</summary>
    /// <value>The default is 15.</value>
    public double WindPower { get; init; } = 15.0;

    /// <summary>The greatest torque of the wind, N m; 0 to 2 is recommended.</summary>
    /// <value>The default is 1.5.</value>
    public double TurbulencePower { get; init; } = 1.5;

    /// <summary>How the environment renders: not at all, or as RGB pictures.</summary>
    /// <value>The default is <see cref="RenderMode.None"/>.</value>
    public RenderMode RenderMode { get; init; }

    /// <summary>Refuses what is impossible and warns of what is not recommended.</summary>
    /// <exception cref="ArgumentException">Gravity is out of range, or a power is not a number.</exception>
    internal void Check()
    {
        if (!(Gravity > -12.0 && Gravity < 0.0))
        {
            throw new ArgumentException($"gravity (current value: {Text(Gravity)}) must be between -12 and 0");
        }

        WarnUnless(WindPower, 20.0, "wind_power");
        WarnUnless(TurbulencePower, 2.0, "turbulence_power");
    }

    private static void WarnUnless(double power, double recommended, string name)
    {
        if (!double.IsFinite(power))
        {
            throw new ArgumentException(
                $"{name} is {Text(power)}; give a number, best between 0.0 and {Text(recommended)}.");
        }

        if (power < 0.0 || power > recommended)
        {
            GymLog.Warn(
                $"{name} value is recommended to be between 0.0 and {Text(recommended)}, "
                + $"(current value: {Text(power)})");
        }
    }

    private static string Text(double value)
    {
        string text = value.ToString("R", System.Globalization.CultureInfo.InvariantCulture);
        return double.IsFinite(value) && value == Math.Floor(value) && !text.Contains('E', StringComparison.Ordinal)
            ? text + ".0"
            : text;
    }
}
