namespace GymSharp.Mujoco.Locomotion;

/// <summary>Walker: two legs with three motors each walk in a plane.</summary>
/// <remarks>
/// <para>Observation: height and pitch of the trunk, angles of the joints, all velocities, these between ±10 (17
/// numbers). Action: one number per motor.</para>
/// <para>Reward: speed in x and a bonus for health, less squared controls. Terminates when the body is too low, too
/// high or leans too far; <c>Gym.Make</c> truncates after 1000 steps. After Erez, Tassa and Todorov, "Infinite-Horizon
/// Model Predictive Control for Periodic Tasks with Contacts" (2011).</para>
/// </remarks>
public sealed class Walker2dEnv : PlanarWalkerEnv
{
    /// <summary>Makes the environment without wrappers.</summary>
    /// <exception cref="ArgumentException">The model is none for this task.</exception>
    public Walker2dEnv(Walker2dOptions options)
        : base(options, options.LoadModel())
    {
    }
}
