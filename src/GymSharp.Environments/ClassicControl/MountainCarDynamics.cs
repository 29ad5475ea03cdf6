using System.Runtime.CompilerServices;

namespace GymSharp.Environments.ClassicControl;

/// <summary>How the car with three gears moves; written once for the exact and the SIMD form.</summary>
/// <remarks>Moore: "Efficient Memory-based Learning for Robot Control" (1990), with the constants of Sutton's
/// code.</remarks>
internal static class MountainCarDynamics
{
    /// <summary>Left wall.</summary>
    public const double MinPosition = -1.2;

    /// <summary>Right end.</summary>
    public const double MaxPosition = 0.6;

    /// <summary>Largest velocity in either direction.</summary>
    public const double MaxSpeed = 0.07;

    /// <summary>Where the flag stands.</summary>
    public const double GoalPosition = 0.5;

    private const double Force = 0.001;
    private const double Gravity = 0.0025;

    /// <summary>Moves by one step.</summary>
    /// <param name="state">Where the car is.</param>
    /// <param name="direction">−1 to the left, 0 idle, 1 to the right.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static MountainCarState<T> Step<T, TMask>(in MountainCarState<T> state, T direction)
        where T : struct, IReal<T, TMask>
        where TMask : struct
    {
        T slope = T.Cos(T.Of(3) * state.Position) * T.Of(-Gravity);
        T velocity = state.Velocity + ((direction * T.Of(Force)) + slope);
        velocity = T.Clamp(velocity, -MaxSpeed, MaxSpeed);
        T position = T.Clamp(state.Position + velocity, MinPosition, MaxPosition);
        TMask stopped = T.And(position <= T.Of(MinPosition), velocity < T.Of(0));
        return new(position, T.Select(stopped, T.Of(0), velocity));
    }

    /// <summary>Whether the flag is reached, fast enough.</summary>
    /// <param name="state">Where the car is.</param>
    /// <param name="goalVelocity">Smallest velocity at the flag that counts.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static TMask IsOver<T, TMask>(in MountainCarState<T> state, double goalVelocity)
        where T : struct, IReal<T, TMask>
        where TMask : struct =>
        T.And(state.Position >= T.Of(GoalPosition), state.Velocity >= T.Of(goalVelocity));
}
