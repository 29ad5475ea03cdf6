using GymSharp.Physics2D;
using GymSharp.Vector;

namespace GymSharp.Environments.Box2D;

/// <content>Steps together with other walkers.</content>
public sealed partial class BipedalWalkerEnv : IStepsAhead<float[]>, IWorldEnv<float[]>
{
    /// <inheritdoc/>
    IStepAhead<float[]>? IStepsAhead<float[]>.CreateAhead(IReadOnlyList<Env> envs) => WorldsAhead<float[]>.Of(
        envs, WalkerScale.StepLength, WalkerScale.VelocityIterations, WalkerScale.PositionIterations);

    /// <inheritdoc/>
    World? IWorldEnv<float[]>.BeginStep(float[] action)
    {
        if (!Simulation.IsStarted || action is not { Length: WalkerSimulation.Limbs }
            || Array.Exists(action, float.IsNaN))
        {
            return null;
        }

        Drive(action);
        return Simulation.World;
    }

    /// <inheritdoc/>
    void IWorldEnv<float[]>.EndStep(Exception? failure)
    {
        if (failure is null)
        {
            Simulation.Look();
        }

        ahead.Set(failure);
    }

    // The motors strive for full speed with a share of their strength.
    private void Drive(float[] action)
    {
        for (int i = 0; i < action.Length; i++)
        {
            float strength = Math.Min(Math.Abs(action[i]), 1);
            Simulation.Drive(i, (float)Speed(i) * Math.Sign(action[i]), (float)MotorTorque * strength);
        }
    }
}
