using System.Runtime.CompilerServices;

namespace GymSharp.Environments.ClassicControl;

/// <summary>How the car with a throttle moves; written once for the exact and the SIMD form.</summary>
/// <remarks>
/// Gymnasium keeps this state as float32 numbers from the first step on, so NumPy rounds after every operation, except
/// where a value came from plain Python: an action or a speed that hit its bound. A double that is rounded to
/// float32 after each operation gives the same bits as float32 arithmetic; so <see cref="ExactSingle"/> serves for
/// actions within ±1 once the state holds float32 values.
/// </remarks>
internal static class ContinuousMountainCarDynamics
{
    /// <summary>Where the flag stands.</summary>
    public const double GoalPosition = 0.45;

    private const double MinPosition = MountainCarDynamics.MinPosition;
    private const double MaxPosition = MountainCarDynamics.MaxPosition;
    private const double MaxSpeed = MountainCarDynamics.MaxSpeed;
    private const double Power = 0.0015;
    private const double Gravity = 0.0025;

    /// <summary>Moves by one step.</summary>
    /// <param name="state">Where the car is.</param>
    /// <param name="action">The throttle, a float32 value; beyond ±1 it counts as ±1.</param>
    /// <param name="isSingle">
    /// Whether the state holds float32 values and is computed with as such; false in the first step after a reset.
    /// </param>
    /// <param name="goalVelocity">Smallest velocity at the flag that counts.</param>
    /// <param name="isOver">Whether the flag is reached, fast enough.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static MountainCarState<T> Step<T, TMask>(
        in MountainCarState<T> state, T action, bool isSingle, double goalVelocity, out TMask isOver)
        where T : struct, IArithmetic<T, TMask>
        where TMask : struct
    {
        T change = Change<T, TMask>(state.Position, action, isSingle);
        T velocity = Round<T, TMask>(state.Velocity + Round<T, TMask>(change, isSingle), isSingle);
        T fastest = T.Of(Round(MaxSpeed, isSingle));
        TMask tooFast = T.Abs(velocity) > fastest;
        velocity = T.Select(tooFast, T.Clamp(velocity, -MaxSpeed, MaxSpeed), velocity);

        T position = Round<T, TMask>(state.Position + Round<T, TMask>(velocity, isSingle), isSingle);
        T left = T.Of(Round(MinPosition, isSingle));
        T fastEnough = T.Select(tooFast, T.Of(GoalAtFullSpeed(goalVelocity)), T.Of(Round(goalVelocity, isSingle)));
        TMask stopped = T.And(position <= left, velocity < T.Of(0));
        velocity = T.Select(stopped, T.Of(0), velocity);
        isOver = T.And(position >= T.Of(Round(GoalPosition, isSingle)), velocity >= fastEnough);
        position = T.Clamp(position, MinPosition, MaxPosition);
        return new(T.RoundToSingle(position), T.RoundToSingle(velocity));
    }

    /// <summary>−0.1 times the squared action, and 100 at the flag.</summary>
    /// <param name="action">The throttle, a float32 value: its square is exact, so that it equals <c>pow</c>.</param>
    /// <param name="isOver">Whether the flag is reached.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static T Reward<T, TMask>(T action, TMask isOver)
        where T : struct, IArithmetic<T, TMask>
        where TMask : struct =>
        T.Select(isOver, T.Of(100), T.Of(0)) - (action * action * T.Of(0.1));

    // What throttle and slope add to the velocity.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static T Change<T, TMask>(T position, T action, bool isSingle)
        where T : struct, IArithmetic<T, TMask>
        where TMask : struct
    {
        T slope = T.MultipleOfCos(Gravity, Round<T, TMask>(T.Of(3) * position, isSingle));
        TMask beyond = T.Abs(action) > T.Of(1);
        T bounded = T.Clamp(action, -1, 1) * T.Of(Power);
        T inside = T.RoundToSingle(action * T.Of((float)Power)) - T.RoundToSingle(slope);
        return T.Select(beyond, bounded - slope, T.RoundToSingle(inside));
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static T Round<T, TMask>(T value, bool isSingle)
        where T : struct, IArithmetic<T, TMask>
        where TMask : struct => isSingle ? T.RoundToSingle(value) : value;

    // A speed that hit its bound is ±0.07 as plain Python has it, and is compared with the goal in double precision.
    // A bound of −1, 0 or 1 decides the same in every precision.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static double GoalAtFullSpeed(double goalVelocity) =>
        goalVelocity <= -MaxSpeed ? -1 : goalVelocity <= MaxSpeed ? 0 : 1;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static double Round(double constant, bool isSingle) => isSingle ? (float)constant : constant;
}
