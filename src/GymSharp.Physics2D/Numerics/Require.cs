using System.Diagnostics.CodeAnalysis;

namespace GymSharp.Physics2D;

/// <summary>Refuses numbers that would poison the world.</summary>
internal static class Require
{
    /// <summary>What to throw for a bad argument.</summary>
    public static ArgumentException Refusal(string message, string parameter) => new(message, parameter);

    public static void Finite(float value, string what)
    {
        if (!float.IsFinite(value))
        {
            Throw($"{what} is {value}; expected a finite number.", what);
        }
    }

    public static void Finite(Vec2 value, string what)
    {
        if (!value.IsFinite)
        {
            Throw($"{what} is {value}; expected finite numbers.", what);
        }
    }

    public static void NotNegative(float value, string what)
    {
        if (!(value >= 0 && value <= float.MaxValue))
        {
            Throw($"{what} is {value}; expected a finite number, at least 0.", what);
        }
    }

    public static void Limits(float lower, float upper)
    {
        if (!(lower <= upper) || !float.IsFinite(lower) || !float.IsFinite(upper))
        {
            Throw($"The limits are {lower} and {upper}; expected finite numbers, the lower one first.", nameof(lower));
        }
    }

    public static void Direction(Vec2 value, string what)
    {
        if (!(value.Length >= PhysicsConstants.Epsilon) || !value.IsFinite)
        {
            Throw($"{what} is {value}; expected a direction.", what);
        }
    }

    public static void Coordinates(Vec2 value, string what) =>
        Within(value, PhysicsConstants.MaximumCoordinate, what, "m from the origin. Scale the scene to metres.");

    public static void Speed(Vec2 value, string what) =>
        Within(value, PhysicsConstants.MaximumSpeed, what, "m/s or rad/s.");

    private static void Within(Vec2 value, float limit, string what, string unit)
    {
        if (!(Scalar.Abs(value.X) <= limit && Scalar.Abs(value.Y) <= limit))
        {
            Throw($"{what} is {value}; expected finite numbers of at most {limit} {unit}", what);
        }
    }

    [DoesNotReturn]
    private static void Throw(string message, string parameter) => throw Refusal(message, parameter);
}
