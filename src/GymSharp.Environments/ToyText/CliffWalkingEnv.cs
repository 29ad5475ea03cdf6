using System.Text;
using GymSharp.Registration;
using GymSharp.Rendering;
using GymSharp.Tabular;

namespace GymSharp.Environments.ToyText;

/// <summary>
/// CliffWalking, example 6.6 of Sutton and Barto, "Reinforcement Learning: An Introduction" (2nd edition, 2018): walk
/// along a cliff from the bottom left to the bottom right of 4 × 12 tiles. The observation is
/// <c>row × 12 + column</c>; actions are 0 up, 1 right, 2 down, 3 left. A step costs 1; falling costs 100 and leads
/// back to the start.
/// </summary>
public sealed class CliffWalkingEnv : TabularEnv
{
    internal const int Rows = 4;
    internal const int Columns = 12;
    internal const int Start = (Rows - 1) * Columns;
    internal const int Goal = (Rows * Columns) - 1;
    private const int ActionCount = 4;

    private static readonly (int Row, int Column)[] Moves = [(-1, 0), (0, 1), (1, 0), (0, -1)];
    private static readonly string[] ActionNames = ["Up", "Right", "Down", "Left"];
    private static readonly sbyte[] EveryAction = [1, 1, 1, 1];
    private static readonly Info StartInfo = Info.Of("prob", 1);

    private CliffWalkingPicture? picture;

    /// <summary>Makes the environment.</summary>
    /// <param name="isSlippery">Whether a step goes to either side instead with probability 1/3 each.</param>
    /// <param name="renderMode">How <see cref="TabularEnv.Render"/> shows the environment.</param>
    public CliffWalkingEnv(bool isSlippery = false, RenderMode renderMode = RenderMode.None)
        : this(Build(isSlippery), renderMode)
    {
    }

    private CliffWalkingEnv(TransitionTable transitions, RenderMode renderMode)
        : base(transitions, ProbabilityInfo.PerOutcome(transitions), ActionNames, renderMode)
    {
    }

    /// <inheritdoc/>
    public override EnvMetadata Metadata { get; } = new([RenderMode.Human, RenderMode.RgbArray, RenderMode.Ansi], 4);

    /// <summary>Makes the environment from Gymnasium's keyword arguments.</summary>
    /// <exception cref="ArgumentException">An argument has a wrong type.</exception>
    public static CliffWalkingEnv FromArguments(EnvArguments arguments)
    {
        ArgumentNullException.ThrowIfNull(arguments);
        return new CliffWalkingEnv(arguments.Get("is_slippery", false), arguments.RenderMode);
    }

    /// <inheritdoc/>
    public override ReadOnlySpan<sbyte> ActionMask(int state)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(state);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(state, Transitions.StateCount);
        return EveryAction;
    }

    internal static bool IsCliff(int state) => state is > Start and < Goal;

    /// <inheritdoc/>
    protected override string RenderText()
    {
        StringBuilder text = new();
        for (int tile = 0; tile <= Goal; tile++)
        {
            text.Append(tile == State ? 'x' : tile == Goal ? 'T' : IsCliff(tile) ? 'C' : 'o');
            text.Append(tile % Columns == Columns - 1 ? "\n" : "  ");
        }

        return text.Append('\n').ToString();
    }

    /// <inheritdoc/>
    protected override Frame RenderPicture() => (picture ??= new CliffWalkingPicture()).Draw(State, LastAction);

    private protected override Info ResetInfo(int first) => StartInfo;

    private static TransitionTable Build(bool isSlippery)
    {
        double[] initial = new double[Rows * Columns];
        initial[Start] = 1;
        return new TransitionTable(ActionCount, initial, (state, action) => isSlippery
            ?
            [
                Move(1.0 / 3, state, (action + 3) % ActionCount),
                Move(1.0 / 3, state, action),
                Move(1.0 / 3, state, (action + 1) % ActionCount),
            ]
            : [Move(1, state, action)]);
    }

    private static Transition Move(double probability, int state, int direction)
    {
        int row = Math.Clamp((state / Columns) + Moves[direction].Row, 0, Rows - 1);
        int column = Math.Clamp((state % Columns) + Moves[direction].Column, 0, Columns - 1);
        int next = (row * Columns) + column;
        return IsCliff(next)
            ? new(probability, Start, -100, Terminated: false)
            : new(probability, next, -1, next == Goal);
    }
}
