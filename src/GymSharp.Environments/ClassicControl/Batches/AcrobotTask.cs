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
            T.Load(ref state, 0), T.Load(ref state, stride), T.Load(ref state, 2 * stride), T.Load(ref state, 3 * stride));
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

    public void Start(ref SplitMix64 random, Span<double> state)
    {
        for (int i = 0; i < 4; i++)
        {
            state[i] = (float)random.Uniform(-AcrobotEnv.StartBound, AcrobotEnv.StartBound);
        }
    }

    public void Observe(ReadOnlySpan<double> state, Span<float> observation)
    {
        observation[0] = SingleTrigonometry.Cos((float)state[0]);
        observation[1] = SingleTrigonometry.Sin((float)state[0]);
        observation[2] = SingleTrigonometry.Cos((float)state[1]);
        observation[3] = SingleTrigonometry.Sin((float)state[1]);
        observation[4] = (float)state[2];
        observation[5] = (float)state[3];
    }
}
