using GymSharp.Environments.ClassicControl;
using GymSharp.Wrappers;

namespace GymSharp.Environments.Vector;

/// <summary>
/// The pendulum under NumPy 1's rules, which promote a torque to float64 before any arithmetic. Recordings of wrappers
/// around a pendulum were made under these and not repeated, since the wrappers do the same under both.
/// </summary>
internal sealed class PromotedPendulum(PendulumEnv env) : Wrapper<float[], float[]>(env)
{
    protected override Step<float[]> OnStep(float[] action, float[]? reuse) => env.StepDouble(action[0]);
}
