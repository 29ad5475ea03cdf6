namespace GymSharp.Mujoco.Locomotion;

/// <summary>Hopper: one leg with three motors hops in a plane.</summary>
/// <remarks>
/// <para>Observation: height and pitch of the trunk, angles of the joints, all velocities, these between ±10 (11
/// numbers). Action: one number per motor.</para>
/// <para>Reward: speed in x and a bonus for health, less squared controls. Terminates when the body is too low, leans
/// too far or moves wildly; <c>Gym.Make</c> truncates after 1000 steps. After Erez, Tassa and Todorov,
/// "Infinite-Horizon Model Predictive Control for Periodic Tasks with Contacts" (2011).</para>
/// </remarks>
public sealed class HopperEnv : PlanarWalkerEnv
{
    // Position and height have ranges of their own.
    private const int FirstLimited = 2;
    private readonly (double Low, double High) range;

    /// <summary>Makes the environment without wrappers.</summary>
    /// <exception cref="ArgumentException">The model is none for this task.</exception>
    public HopperEnv(HopperOptions options)
        : base(options, options.LoadModel()) => range = options.HealthyState;

    /// <inheritdoc/>
    private protected override bool IsHealthy =>
        base.IsHealthy && AllInside(Simulation.Qpos[FirstLimited..]) && AllInside(Simulation.Qvel);

    private bool AllInside(ReadOnlySpan<double> values)
    {
        foreach (double value in values)
        {
            if (!(value > range.Low && value < range.High))
            {
                return false;
            }
        }

        return true;
    }
}
