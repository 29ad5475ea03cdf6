using System.Runtime.CompilerServices;

namespace GymSharp.Environments.ClassicControl;

/// <summary>How an acrobot moves; written once for the exact and the SIMD form.</summary>
/// <remarks>
/// Sutton: "Generalization in Reinforcement Learning: Successful Examples Using Sparse Coarse Coding" (1996);
/// Sutton and Barto: "Reinforcement Learning: An Introduction". The products of parameters are formed in the order
/// in which Gymnasium's expressions form them, so that other parameters give the same bits too.
/// </remarks>
/// <param name="parameters">Lengths, masses and limits.</param>
internal sealed class AcrobotDynamics(AcrobotParameters parameters)
{
    private const double Gravity = 9.8;

    // Beyond this, wrapping turn by turn would take seconds; Gymnasium hangs there.
    private const double FarAway = 1e7;

    private readonly double inertia = parameters.LinkMomentOfInertia;
    private readonly double mass2 = parameters.LinkMass2;
    private readonly double length1Center2 = parameters.LinkLength1 * parameters.LinkCenterOfMass2;
    private readonly double center2Squared = Math.Pow(parameters.LinkCenterOfMass2, 2);
    private readonly double firstLink = parameters.LinkMass1 * Math.Pow(parameters.LinkCenterOfMass1, 2);
    private readonly double squares =
        Math.Pow(parameters.LinkLength1, 2) + Math.Pow(parameters.LinkCenterOfMass2, 2);

    private readonly double twiceLength1Center2 = 2 * parameters.LinkLength1 * parameters.LinkCenterOfMass2;
    private readonly double coupling = parameters.LinkMass2 * parameters.LinkLength1 * parameters.LinkCenterOfMass2;
    private readonly double twiceCoupling =
        2 * parameters.LinkMass2 * parameters.LinkLength1 * parameters.LinkCenterOfMass2;

    private readonly double weight2 = parameters.LinkMass2 * parameters.LinkCenterOfMass2 * Gravity;
    private readonly double weight1 =
        ((parameters.LinkMass1 * parameters.LinkCenterOfMass1) + (parameters.LinkMass2 * parameters.LinkLength1))
        * Gravity;

    private readonly double inertia2 =
        (parameters.LinkMass2 * Math.Pow(parameters.LinkCenterOfMass2, 2)) + parameters.LinkMomentOfInertia;

    private readonly bool isBook = parameters.Equations == AcrobotEquations.Book;
    private readonly double time = parameters.TimeStep;
    private readonly double maxVelocity1 = parameters.MaxVelocity1;
    private readonly double maxVelocity2 = parameters.MaxVelocity2;

    /// <summary>Whether the free end is above the line: one link length over the fixed joint.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static TMask IsOver<T, TMask>(in AcrobotState<T> state, T cos1)
        where T : struct, IReal<T, TMask>
        where TMask : struct => -cos1 - T.Cos(state.Angle2 + state.Angle1) > T.Of(1.0);

    /// <summary>Moves by one Runge–Kutta step of fourth order.</summary>
    /// <param name="state">Where the links are.</param>
    /// <param name="torque">On the joint between them, N m.</param>
    public AcrobotState<T> Step<T, TMask>(in AcrobotState<T> state, T torque)
        where T : struct, IReal<T, TMask>
        where TMask : struct
    {
        T half = T.Of(time / 2.0);
        AcrobotState<T> k1 = Derivative<T, TMask>(state, torque);
        AcrobotState<T> k2 = Derivative<T, TMask>(Move<T, TMask>(state, half, k1), torque);
        AcrobotState<T> k3 = Derivative<T, TMask>(Move<T, TMask>(state, half, k2), torque);
        AcrobotState<T> k4 = Derivative<T, TMask>(Move<T, TMask>(state, T.Of(time), k3), torque);
        T two = T.Of(2);
        AcrobotState<T> mean = new(
            k1.Angle1 + (two * k2.Angle1) + (two * k3.Angle1) + k4.Angle1,
            k1.Angle2 + (two * k2.Angle2) + (two * k3.Angle2) + k4.Angle2,
            k1.Velocity1 + (two * k2.Velocity1) + (two * k3.Velocity1) + k4.Velocity1,
            k1.Velocity2 + (two * k2.Velocity2) + (two * k3.Velocity2) + k4.Velocity2);
        AcrobotState<T> moved = Move<T, TMask>(state, T.Of(time / 6.0), mean);
        return new(
            Wrap<T, TMask>(moved.Angle1),
            Wrap<T, TMask>(moved.Angle2),
            T.Clamp(moved.Velocity1, -maxVelocity1, maxVelocity1),
            T.Clamp(moved.Velocity2, -maxVelocity2, maxVelocity2));
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static AcrobotState<T> Move<T, TMask>(in AcrobotState<T> state, T time, in AcrobotState<T> rate)
        where T : struct, IReal<T, TMask>
        where TMask : struct => new(
            state.Angle1 + (time * rate.Angle1),
            state.Angle2 + (time * rate.Angle2),
            state.Velocity1 + (time * rate.Velocity1),
            state.Velocity2 + (time * rate.Velocity2));

    // Whole turns are taken away one by one, each with its rounding, as the reference does.
    private static T Wrap<T, TMask>(T angle)
        where T : struct, IReal<T, TMask>
        where TMask : struct
    {
        T pi = T.Of(Math.PI);
        T turn = T.Of(2 * Math.PI);
        TMask far = T.Abs(angle) > T.Of(FarAway);
        if (T.Any(far))
        {
            angle = T.Select(far, T.Modulo(angle, 2 * Math.PI), angle);
        }

        for (TMask above = angle > pi; T.Any(above); above = angle > pi)
        {
            angle = T.Select(above, angle - turn, angle);
        }

        for (TMask below = angle < -pi; T.Any(below); below = angle < -pi)
        {
            angle = T.Select(below, angle + turn, angle);
        }

        return angle;
    }

    // Inlined four times it would exhaust what the compiler is willing to optimise.
    [MethodImpl(MethodImplOptions.NoInlining)]
    private AcrobotState<T> Derivative<T, TMask>(in AcrobotState<T> s, T torque)
        where T : struct, IReal<T, TMask>
        where TMask : struct
    {
        (T sin2, T cos2) = T.SinCos(s.Angle2);
        T rightAngle = T.Of(Math.PI / 2.0);
        T i = T.Of(inertia);
        T d1 = T.Of(firstLink) + (T.Of(mass2) * (T.Of(squares) + (T.Of(twiceLength1Center2) * cos2))) + i + i;
        T d2 = (T.Of(mass2) * (T.Of(center2Squared) + (T.Of(length1Center2) * cos2))) + i;
        T phi2 = T.Of(weight2) * T.Cos(s.Angle1 + s.Angle2 - rightAngle);
        T phi1 = (T.Of(-coupling) * T.Square(s.Velocity2) * sin2)
            - (T.Of(twiceCoupling) * s.Velocity2 * s.Velocity1 * sin2)
            + (T.Of(weight1) * T.Cos(s.Angle1 - rightAngle))
            + phi2;
        T drive = torque + (d2 / d1 * phi1);
        if (isBook)
        {
            drive -= T.Of(coupling) * T.Square(s.Velocity1) * sin2;
        }

        T acceleration2 = (drive - phi2) / (T.Of(inertia2) - (T.Square(d2) / d1));
        T acceleration1 = -((d2 * acceleration2) + phi1) / d1;
        return new(s.Velocity1, s.Velocity2, acceleration1, acceleration2);
    }
}
