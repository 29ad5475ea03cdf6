using GymSharp.Spaces;

namespace GymSharp.Environments.Box2D;

/// <summary>Car racing with five actions: nothing, right, left, gas, brake.</summary>
/// <remarks>Steering is 0.6, gas 0.2 and brake 0.8. The rest is as in <see cref="CarRacingEnv"/>.</remarks>
public sealed class CarRacingDiscreteEnv : CarRacingTask<int>
{
    private const int Actions = 5;

    /// <summary>Makes the environment without wrappers.</summary>
    /// <param name="options">Lap and colours; null for the defaults.</param>
    /// <exception cref="ArgumentException">An option is out of range.</exception>
    public CarRacingDiscreteEnv(CarRacingOptions? options = null)
        : base(options)
    {
    }

    /// <inheritdoc/>
    public override Space<int> ActionSpace { get; } = new Discrete(Actions);

    /// <inheritdoc/>
    protected override Step<byte[]> OnStep(int action, byte[]? reuse)
    {
        if ((uint)action >= Actions)
        {
            throw new InvalidActionException(
                $"The action {action} is not in {ActionSpace}. "
                + "Choose 0 (nothing), 1 (right), 2 (left), 3 (gas) or 4 (brake).");
        }

        RequireStarted();
        double steering = action == 1 ? -0.6 : action == 2 ? 0.6 : 0.0;
        return Drive(steering, action == 3 ? 0.2 : 0.0, action == 4 ? 0.8 : 0.0, reuse);
    }
}
