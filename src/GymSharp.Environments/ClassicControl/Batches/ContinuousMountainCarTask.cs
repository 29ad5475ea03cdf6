using System.Runtime.CompilerServices;

namespace GymSharp.Environments.ClassicControl;

/// <summary>Cars with a throttle in a batch: position, velocity, both float32 values from the start.</summary>
/// <param name="goalVelocity">Smallest velocity at the flag that ends the episode.</param>
internal readonly struct ContinuousMountainCarTask(double goalVelocity) : IBatchTask<float>
{
    public int StateLength => 2;

    public int ObservationLength => 2;

    public void CheckActions(ReadOnlySpan<float> actions) => BatchActions.CheckNumbers(actions);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public TMask Step<T, TMask>(ref double state, int stride, ref float actions, ref float columns, ref float rewards)
        where T : struct, ILanes<T, TMask>
        where TMask : struct
    {
        MountainCarState<T> before = new(T.Load(ref state, 0), T.Load(ref state, stride));
        T action = T.Load(ref actions, 0);
        MountainCarState<T> after = ContinuousMountainCarDynamics.Step<T, TMask>(
            before, action, isSingle: true, goalVelocity, out TMask over);
        T.Store(after.Position, ref state, 0);
        T.Store(after.Velocity, ref state, stride);
        T.Store(after.Position, ref columns, 0);
        T.Store(after.Velocity, ref columns, BatchEngine<float>.BlockLength);
        T.Store(ContinuousMountainCarDynamics.Reward<T, TMask>(action, over), ref rewards, 0);
        return over;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Restart(ref SplitMix64 random, ref double state, int stride, ref float observation)
    {
        double position = (float)random.Uniform(MountainCarEnv.StartLow, MountainCarEnv.StartHigh);
        state = position;
        Unsafe.Add(ref state, stride) = 0;
        observation = (float)position;
        Unsafe.Add(ref observation, 1) = 0;
    }
}
