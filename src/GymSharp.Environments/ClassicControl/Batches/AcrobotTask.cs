using System.Runtime.CompilerServices;

namespace GymSharp.Environments.ClassicControl;

/// <summary>Acrobots in a batch: both angles, then both angular velocities.</summary>
/// <param name="dynamics">The equations of motion.</param>
internal readonly struct AcrobotTask(AcrobotDynamics dynamics) : IBatchTask<int>
{
    public int StateLength => 4;

    public int ObservationLength => 6;

    public void CheckActions(ReadOnlySpan<int> actions) => BatchActions.CheckDiscrete(actions, 3);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public TMask Step<T, TMask>(ref double state, int stride, ref int actions, ref float columns, ref float rewards)
        where T : struct, ILanes<T, TMask>
        where TMask : struct
    {
        const int Column = BatchEngine<int>.BlockLength;
        AcrobotState<T> before = new(
            T.Load(ref state, 0),
            T.Load(ref state, stride),
            T.Load(ref state, 2 * stride),
            T.Load(ref state, 3 * stride));
        AcrobotState<T> after = dynamics.Step<T, TMask>(before, T.Load(ref actions, 0) - T.Of(1));
        T.Store(after.Angle1, ref state, 0);
        T.Store(after.Angle2, ref state, stride);
        T.Store(after.Velocity1, ref state, 2 * stride);
        T.Store(after.Velocity2, ref state, 3 * stride);
        (T sin1, T cos1) = T.SinCos(after.Angle1);
        (T sin2, T cos2) = T.SinCos(after.Angle2);
        T.Store(cos1, ref columns, 0);
        T.Store(sin1, ref columns, Column);
        T.Store(cos2, ref columns, 2 * Column);
        T.Store(sin2, ref columns, 3 * Column);
        T.Store(after.Velocity1, ref columns, 4 * Column);
        T.Store(after.Velocity2, ref columns, 5 * Column);
        TMask over = AcrobotDynamics.IsOver<T, TMask>(after, cos1);
        T.Store(T.Select(over, T.Of(0), T.Of(-1)), ref rewards, 0);
        return over;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Restart(ref SplitMix64 random, ref double state, int stride, ref float observation)
    {
        const double Bound = AcrobotEnv.StartBound;
        for (int i = 0; i < 2; i++)
        {
            float angle = (float)random.Uniform(-Bound, Bound);
            float velocity = (float)random.Uniform(-Bound, Bound);
            Unsafe.Add(ref state, i * stride) = angle;
            Unsafe.Add(ref state, (2 + i) * stride) = velocity;
            Unsafe.Add(ref observation, 2 * i) = SingleTrigonometry.Cos(angle);
            Unsafe.Add(ref observation, (2 * i) + 1) = SingleTrigonometry.Sin(angle);
            Unsafe.Add(ref observation, 4 + i) = velocity;
        }
    }
}
