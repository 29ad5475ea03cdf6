using GymSharp.Spaces;

namespace GymSharp.Environments.Box2D;

/// <summary>Lunar lander with four actions: nothing, left engine, main engine, right engine.</summary>
/// <remarks>
/// <para>Observation, <c>float[8]</c>: place x and y from the landing pad in half pictures, speed x and y, angle in
/// radians, turning speed in 0.4 rad/s, and whether the left and the right leg touch the ground.</para>
/// <para>Reward: what the step gained in closeness, slowness, uprightness and legs on the ground, less the fuel; 100
/// for coming to rest, −100 for a crash or for leaving the picture. Terminates with either; <c>Gym.Make</c> truncates
/// after 1000 steps.</para>
/// </remarks>
public sealed class LunarLanderEnv : LunarLanderTask<int>, IHasHeuristic<float[], int>
{
    private const int Actions = 4;

    /// <summary>Makes the environment without wrappers.</summary>
    /// <param name="options">Gravity and wind; null for the defaults.</param>
    /// <exception cref="ArgumentException">An option is out of range.</exception>
    public LunarLanderEnv(LunarLanderOptions? options = null)
        : base(options)
    {
    }

    /// <inheritdoc/>
    public override Space<int> ActionSpace { get; } = new Discrete(Actions);

    /// <inheritdoc/>
    public Func<float[], int> CreateHeuristic() => LunarLanderHeuristic.Choose;

    /// <inheritdoc/>
    protected override Step<float[]> OnStep(int action, float[]? reuse)
    {
        LanderThrust thrust = ThrustOf(action) ?? throw new InvalidActionException(
            $"The action {action} is not in {ActionSpace}. "
            + "Choose 0 (nothing), 1 (left engine), 2 (main engine) or 3 (right engine).");
        return Advance(thrust, reuse);
    }

    private protected override LanderThrust? ThrustOf(int action) =>
        (uint)action < Actions ? LanderThrust.Of(action) : null;
}
