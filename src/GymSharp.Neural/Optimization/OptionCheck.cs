using System.Runtime.CompilerServices;

namespace GymSharp.Neural.Optimization;

/// <summary>Ranges of optimiser options.</summary>
internal static class OptionCheck
{
    public static void Share(double value, [CallerArgumentExpression(nameof(value))] string name = "") =>
        Require(value is >= 0 and < 1, value, name, "at least 0 and below 1");

    public static void Positive(double value, [CallerArgumentExpression(nameof(value))] string name = "") =>
        Require(value > 0 && double.IsFinite(value), value, name, "a finite number above 0");

    public static void NotNegative(double value, [CallerArgumentExpression(nameof(value))] string name = "") =>
        Require(value >= 0 && double.IsFinite(value), value, name, "a finite number, at least 0");

    private static void Require(bool condition, double value, string name, string expected)
    {
        if (!condition)
        {
            throw new ArgumentOutOfRangeException(name, value, $"{name} must be {expected}, got {value}.");
        }
    }
}
