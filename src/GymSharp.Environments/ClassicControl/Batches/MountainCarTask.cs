using System.Runtime.CompilerServices;

namespace GymSharp.Environments.ClassicControl;

/// <summary>Cars with three gears in a batch: position, velocity.</summary>
/// <param name="goalVelocity">Smallest velocity at the flag that ends the episode.</param>
internal readonly struct MountainCarTask(double goalVelocity) : IBatchTask<int>
{
    public int StateLength => 2;

    public int ObservationLength => 2;

    public void CheckActions(ReadOnlySpan<int> actions) => BatchActions.CheckDiscrete(actions, 3);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public TMask Step<T, TMask>(ref double state, int stride, ref int actions, ref float columns, ref float rewards)
        where T : struct, ILanes<T, TMask>
        where TMask : struct
    {
        MountainCarState<T> before = new(T.Load(ref state, 0), T.Load(ref state, stride));
        T direction = T.Load(ref actions, 0) - T.Of(1);
        MountainCarState<T> after = MountainCarDynamics.Step<T, TMask>(before, direction);
        T.Store(after.Position, ref state, 0);
        T.Store(after.Velocity, ref state, stride);
        T.Store(after.Position, ref columns, 0);
        T.Store(after.Velocity, ref columns, BatchEngine<int>.BlockLength);
        T.Store(T.Of(-1), ref rewards, 0);
        return MountainCarDynamics.IsOver<T, TMask>(after, goalVelocity);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Restart(ref SplitMix64 random, ref double state, int stride, ref float observation)
    {
        double position = random.Uniform(MountainCarEnv.StartLow, MountainCarEnv.StartHigh);
        state = position;
        Unsafe.Add(ref state, stride) = 0;
        observation = (float)position;
        Unsafe.Add(ref observation, 1) = 0;
    }
}
