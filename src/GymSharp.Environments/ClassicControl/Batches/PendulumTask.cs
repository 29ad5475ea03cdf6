using System.Runtime.CompilerServices;

namespace GymSharp.Environments.ClassicControl;

/// <summary>Pendulums in a batch: angle, angular velocity.</summary>
/// <param name="gravity">Acceleration of gravity, m/s².</param>
internal readonly struct PendulumTask(double gravity) : IBatchTask<float>
{
    public int StateLength => 2;

    public int ObservationLength => 3;

    public void CheckActions(ReadOnlySpan<float> actions) => BatchActions.CheckNumbers(actions);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public TMask Step<T, TMask>(ref double state, int stride, ref float actions, ref float columns, ref float rewards)
        where T : struct, ILanes<T, TMask>
        where TMask : struct
    {
        const int Column = BatchEngine<float>.BlockLength;
        PendulumState<T> before = new(T.Load(ref state, 0), T.Load(ref state, stride));
        T torque = T.Clamp(T.Load(ref actions, 0), -PendulumDynamics.MaxTorque, PendulumDynamics.MaxTorque);
        PendulumState<T> after = PendulumDynamics.Step<T, TMask>(
            before, PendulumDynamics.Apply<T, TMask>(torque), gravity, out T cost);
        T.Store(after.Angle, ref state, 0);
        T.Store(after.AngularVelocity, ref state, stride);
        (T sin, T cos) = T.SinCos(after.Angle);
        T.Store(cos, ref columns, 0);
        T.Store(sin, ref columns, Column);
        T.Store(after.AngularVelocity, ref columns, 2 * Column);
        T.Store(-cost, ref rewards, 0);
        return T.Of(0) > T.Of(0);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Restart(ref SplitMix64 random, ref double state, int stride, ref float observation)
    {
        double angle = random.Uniform(-PendulumEnv.StartAngle, PendulumEnv.StartAngle);
        double velocity = random.Uniform(-PendulumEnv.StartVelocity, PendulumEnv.StartVelocity);
        state = angle;
        Unsafe.Add(ref state, stride) = velocity;
        (double sin, double cos) = Math.SinCos(angle);
        observation = (float)cos;
        Unsafe.Add(ref observation, 1) = (float)sin;
        Unsafe.Add(ref observation, 2) = (float)velocity;
    }
}
