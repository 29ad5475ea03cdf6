using GymSharp.Spaces;

namespace GymSharp.Environments.Box2D;

/// <summary>Car racing with steering, gas and brake.</summary>
/// <remarks>
/// <para>Observation, <c>byte[96 · 96 · 3]</c>: the race from above, row by row from the top, RGB. Action: steering
/// from −1 (left) to 1, gas and brake from 0 to 1.</para>
/// <para>Reward: 1000 / tiles for each new tile of the road, less 0.1 for each step; −100 for leaving the playfield.
/// Terminates with that, or when the lap is complete; <c>Gym.Make</c> truncates after 1000 steps.</para>
/// </remarks>
public sealed class CarRacingEnv : CarRacingTask<float[]>
{
    private const int Controls = 3;

    /// <summary>Makes the environment without wrappers.</summary>
    /// <param name="options">Lap and colours; null for the defaults.</param>
    /// <exception cref="ArgumentException">An option is out of range.</exception>
    public CarRacingEnv(CarRacingOptions? options = null)
        : base(options)
    {
    }

    /// <inheritdoc/>
    public override Space<float[]> ActionSpace { get; } = new Box<float>([-1, 0, 0], [1, 1, 1]);

    /// <inheritdoc/>
    protected override Step<byte[]> OnStep(float[] action, byte[]? reuse)
    {
        ArgumentNullException.ThrowIfNull(action);
        if (action.Length != Controls)
        {
            throw new InvalidActionException(
                $"The action has {action.Length} numbers, {ActionSpace} has {Controls}. Give steering, gas and brake.");
        }

        if (float.IsNaN(action[0]) || float.IsNaN(action[1]) || float.IsNaN(action[2]))
        {
            throw new InvalidActionException(
                $"The action [{action[0]}, {action[1]}, {action[2]}] is not in {ActionSpace}. Give numbers.");
        }

        RequireStarted();
        return Drive(-(double)action[0], action[1], action[2], reuse);
    }
}
