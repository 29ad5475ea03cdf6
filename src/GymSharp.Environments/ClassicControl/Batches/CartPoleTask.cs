using System.Runtime.CompilerServices;

namespace GymSharp.Environments.ClassicControl;

/// <summary>Cart and pole in a batch: position, velocity, angle, angular velocity.</summary>
/// <param name="suttonBartoReward">Pays 0 per step and −1 at the end in place of 1 per step.</param>
internal readonly struct CartPoleTask(bool suttonBartoReward) : IBatchTask<int>
{
    public int StateLength => 4;

    public int ObservationLength => 4;

    public void CheckActions(ReadOnlySpan<int> actions) => BatchActions.CheckDiscrete(actions, 2);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public TMask Step<T, TMask>(ref double state, int stride, ref int actions, ref float columns, ref float rewards)
        where T : struct, ILanes<T, TMask>
        where TMask : struct
    {
        const double Force = CartPoleDynamics.ForceMagnitude;
        const int Column = BatchEngine<int>.BlockLength;
        CartPoleState<T> before = new(
            T.Load(ref state, 0),
            T.Load(ref state, stride),
            T.Load(ref state, 2 * stride),
            T.Load(ref state, 3 * stride));
        T force = (T.Load(ref actions, 0) * T.Of(2 * Force)) - T.Of(Force);
        CartPoleState<T> after = CartPoleDynamics.Step<T, TMask>(before, force);
        T.Store(after.Position, ref state, 0);
        T.Store(after.Velocity, ref state, stride);
        T.Store(after.Angle, ref state, 2 * stride);
        T.Store(after.AngularVelocity, ref state, 3 * stride);
        T.Store(after.Position, ref columns, 0);
        T.Store(after.Velocity, ref columns, Column);
        T.Store(after.Angle, ref columns, 2 * Column);
        T.Store(after.AngularVelocity, ref columns, 3 * Column);
        TMask over = CartPoleDynamics.IsOver<T, TMask>(after);
        T reward = suttonBartoReward ? T.Select(over, T.Of(-1), T.Of(0)) : T.Of(1);
        T.Store(reward, ref rewards, 0);
        return over;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Restart(ref SplitMix64 random, ref double state, int stride, ref float observation)
    {
        for (int i = 0; i < 4; i++)
        {
            double drawn = random.Uniform(-CartPoleEnv.StartBound, CartPoleEnv.StartBound);
            Unsafe.Add(ref state, i * stride) = drawn;
            Unsafe.Add(ref observation, i) = (float)drawn;
        }
    }
}
