using GymSharp.Spaces;

namespace GymSharp.Environments.Box2D;

/// <summary>Lunar lander with two throttles between −1 and 1: main engine and side engines.</summary>
/// <remarks>
/// The main engine is off below 0 and gives 50 % to 100 % of its power from 0 to 1. The left engine works from −0.5 to
/// −1, the right one from 0.5 to 1, with 50 % to 100 %. Throttles beyond ±1 count as ±1. The rest is as in
/// <see cref="LunarLanderEnv"/>.
/// </remarks>
public sealed class LunarLanderContinuousEnv : LunarLanderTask<float[]>, IHasHeuristic<float[], float[]>
{
    /// <summary>Makes the environment without wrappers.</summary>
    /// <param name="options">Gravity and wind; null for the defaults.</param>
    /// <exception cref="ArgumentException">An option is out of range.</exception>
    public LunarLanderContinuousEnv(LunarLanderOptions? options = null)
        : base(options)
    {
    }

    /// <inheritdoc/>
    public override Space<float[]> ActionSpace { get; } = new Box<float>(-1, 1, 2);

    /// <summary>Takes one step with float64 throttles: Gymnasium's result for an action array of that type.</summary>
    /// <param name="main">Throttle of the main engine.</param>
    /// <param name="side">Throttle of the side engines.</param>
    /// <exception cref="InvalidActionException">A throttle is not a number; nothing was changed.</exception>
    /// <exception cref="ResetNeededException">No episode was started.</exception>
    public Step<float[]> StepDouble(double main, double side)
    {
        Require(main, side);
        return Advance(LanderThrust.Of(main, side), null);
    }

    /// <inheritdoc/>
    public Func<float[], float[]> CreateHeuristic() => static observation =>
    {
        (double main, double side) = LunarLanderHeuristic.Throttle(observation);
        return [(float)main, (float)side];
    };

    /// <inheritdoc/>
    protected override Step<float[]> OnStep(float[] action, float[]? reuse)
    {
        ArgumentNullException.ThrowIfNull(action);
        if (action.Length != 2)
        {
            throw new InvalidActionException(
                $"The action has {action.Length} numbers, {ActionSpace} has 2. Give main and side throttle.");
        }

        Require(action[0], action[1]);
        return Advance(LanderThrust.Of(action[0], action[1]), reuse);
    }

    private protected override LanderThrust? ThrustOf(float[] action) =>
        action is not { Length: 2 } || float.IsNaN(action[0]) || float.IsNaN(action[1])
            ? null
            : LanderThrust.Of(action[0], action[1]);

    private void Require(double main, double side)
    {
        if (double.IsNaN(main) || double.IsNaN(side))
        {
            throw new InvalidActionException(
                $"The action [{main}, {side}] is not in {ActionSpace}. "
                + "Give numbers; beyond a bound they count as the bound.");
        }
    }
}
