using GymSharp.Spaces;

namespace GymSharp.Environments.Atari;

/// <summary>An Atari 2600 game with its joystick moved by numbers: how far, in which direction, the button.</summary>
/// <remarks>
/// Farebrother and Castro, "CALE: Continuous Arcade Learning Environment" (2024). An action is a radius in [0, 1], an
/// angle in [−π, π] and the button in [0, 1]. A direction counts where its part of the radius is beyond the threshold,
/// the button where its number is; paddles turn by the radius. All else is as in <see cref="AtariEnv"/>.
/// </remarks>
public sealed class ContinuousAtariEnv : AtariTask<float[]>
{
    private const int Numbers = 3;
    private readonly float threshold;

    /// <summary>Makes the environment without wrappers.</summary>
    /// <param name="options">Game, ROM and the rest.</param>
    /// <exception cref="ArgumentException">An option is out of range.</exception>
    /// <exception cref="FormatException">The ROM is no cartridge.</exception>
    public ContinuousAtariEnv(AtariOptions options)
        : base(options)
    {
        if (options.ContinuousActionThreshold is not (>= 0 and <= 1))
        {
            throw new ArgumentException(
                $"continuous_action_threshold is {options.ContinuousActionThreshold}; it must lie between 0 and 1.",
                nameof(options));
        }

        threshold = (float)options.ContinuousActionThreshold;
    }

    /// <inheritdoc/>
    public override Space<float[]> ActionSpace { get; } = new Box<float>([0, -MathF.PI, 0], [1, MathF.PI, 1]);

    /// <inheritdoc/>
    protected override Step<byte[]> OnStep(float[] action, byte[]? reuse)
    {
        ArgumentNullException.ThrowIfNull(action);
        if (!ActionSpace.Contains(action))
        {
            throw new InvalidActionException(
                $"The action [{string.Join(", ", action)}] is not in {ActionSpace}. Give {Numbers} numbers: a radius, "
                + "an angle and the button.");
        }

        // In single precision, as NumPy computes with an array of them.
        (double vertical, double horizontal) = Math.SinCos(action[1]);
        AtariAction pushed = AtariActions.Of(
            Direction(action[0] * (float)horizontal),
            Direction(action[0] * (float)vertical),
            action[2] > threshold);
        return Play(pushed, action[0], reuse);
    }

    private int Direction(float part) => part > threshold ? 1 : part < -threshold ? -1 : 0;
}
