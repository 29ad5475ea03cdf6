using System.Runtime.CompilerServices;

namespace GymSharp.Environments.ClassicControl;

/// <summary>
/// How a cart with a pole on it moves; written once for the exact, the native vector and the SIMD form.
/// </summary>
/// <remarks>
/// Barto, Sutton, Anderson: "Neuronlike Adaptive Elements That Can Solve Difficult Learning Control Problems" (1983);
/// equations without friction after Florian: "Correct equations for the dynamics of the cart-pole system" (2005).
/// </remarks>
internal static class CartPoleDynamics
{
    /// <summary>Force of a push, newtons.</summary>
    public const double ForceMagnitude = 10.0;

    /// <summary>Half the length of the pole, metres.</summary>
    public const double HalfLength = 0.5;

    /// <summary>The episode ends beyond this angle: 12 degrees, in radians.</summary>
    public const double AngleLimit = 12 * 2 * Math.PI / 360;

    /// <summary>The episode ends beyond this distance from the middle, metres.</summary>
    public const double PositionLimit = 2.4;

    private const double Gravity = 9.8;
    private const double PoleMass = 0.1;
    private const double TotalMass = PoleMass + 1.0;
    private const double PoleMassLength = PoleMass * HalfLength;
    private const double TimeStep = 0.02;

    /// <summary>Moves by one Euler step of 0.02 s.</summary>
    /// <param name="state">Where cart and pole are.</param>
    /// <param name="force">On the cart, newtons: ±<see cref="ForceMagnitude"/>.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static CartPoleState<T> Step<T, TMask>(in CartPoleState<T> state, T force)
        where T : struct, IReal<T, TMask>
        where TMask : struct
    {
        (T sin, T cos) = T.SinCosNearZero(state.Angle);
        T poleMassLength = T.Of(PoleMassLength);
        T squaredVelocity = state.AngularVelocity * state.AngularVelocity;
        T pull = T.DivideBy(force + (poleMassLength * squaredVelocity * sin), TotalMass);
        T inertia = T.Of(HalfLength) * (T.Of(4.0 / 3.0) - T.DivideBy(T.Of(PoleMass) * (cos * cos), TotalMass));
        T angularAcceleration = ((T.Of(Gravity) * sin) - (cos * pull)) / inertia;
        T acceleration = pull - T.DivideBy(poleMassLength * angularAcceleration * cos, TotalMass);
        T time = T.Of(TimeStep);
        return new(
            state.Position + (time * state.Velocity),
            state.Velocity + (time * acceleration),
            state.Angle + (time * state.AngularVelocity),
            state.AngularVelocity + (time * angularAcceleration));
    }

    /// <summary>Whether the pole fell or the cart left the track.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static TMask IsOver<T, TMask>(in CartPoleState<T> state)
        where T : struct, IReal<T, TMask>
        where TMask : struct => T.Or(
            T.Abs(state.Position) > T.Of(PositionLimit), T.Abs(state.Angle) > T.Of(AngleLimit));
}
