using System.Runtime.CompilerServices;

namespace GymSharp.Environments.ClassicControl;

/// <summary>
/// How a torque-driven pendulum moves and what it costs; written once for the exact and the SIMD form.
/// </summary>
/// <remarks>
/// A float32 action makes NumPy compute two products in float32: the torque's effect and its cost. They are taken from
/// <see cref="Torque{T}"/>, so that the rest is the same for float64 actions.
/// </remarks>
internal static class PendulumDynamics
{
    /// <summary>Largest angular velocity in either direction, rad/s.</summary>
    public const double MaxSpeed = 8;

    /// <summary>Largest torque in either direction, N m.</summary>
    public const double MaxTorque = 2;

    private const double TimeStep = 0.05;
    private const double Mass = 1.0;
    private const double Length = 1.0;
    private const double TorqueFactor = 3.0 / (Mass * (Length * Length));

    /// <summary>What a torque does.</summary>
    /// <typeparam name="T">One number or a vector of them.</typeparam>
    /// <param name="Acceleration">It gives the pendulum, rad/s².</param>
    /// <param name="Cost">It adds to the cost.</param>
    internal readonly record struct Torque<T>(T Acceleration, T Cost);

    /// <summary>The effect of a torque given as a float32.</summary>
    /// <param name="torque">In N m, within ±<see cref="MaxTorque"/>.</param>
    public static Torque<Exact> Apply(float torque) =>
        new((float)TorqueFactor * torque, 0.001f * MathF.Pow(torque, 2f));

    /// <summary>The effect of a torque given as a float64.</summary>
    /// <param name="torque">In N m, within ±<see cref="MaxTorque"/>.</param>
    public static Torque<Exact> Apply(double torque) => new(TorqueFactor * torque, 0.001 * CPower.Square(torque));

    /// <summary>The effect of float32 torques, in SIMD.</summary>
    /// <param name="torque">In N m, within ±<see cref="MaxTorque"/>.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Torque<T> Apply<T, TMask>(T torque)
        where T : struct, IReal<T, TMask>
        where TMask : struct => new(
            T.RoundToSingle(T.Of(TorqueFactor) * torque),
            T.RoundToSingle(T.Of(0.001f) * T.RoundToSingle(torque * torque)));

    /// <summary>Moves by one step of 0.05 s.</summary>
    /// <param name="state">Where the pendulum is.</param>
    /// <param name="torque">What the motor does.</param>
    /// <param name="gravity">Acceleration of gravity, m/s².</param>
    /// <param name="cost">The negated reward.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static PendulumState<T> Step<T, TMask>(
        in PendulumState<T> state, in Torque<T> torque, double gravity, out T cost)
        where T : struct, IReal<T, TMask>
        where TMask : struct
    {
        T angle = T.Modulo(state.Angle + T.Of(Math.PI), 2 * Math.PI) - T.Of(Math.PI);
        cost = T.Square(angle) + (T.Of(0.1) * T.Square(state.AngularVelocity)) + torque.Cost;

        T fall = T.Of(3 * gravity / (2 * Length)) * T.SinCos(state.Angle).Sin;
        T velocity = state.AngularVelocity + ((fall + torque.Acceleration) * T.Of(TimeStep));
        velocity = T.Clamp(velocity, -MaxSpeed, MaxSpeed);
        return new(state.Angle + (velocity * T.Of(TimeStep)), velocity);
    }
}
