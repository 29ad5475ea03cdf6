using GymSharp.Atari2600;
using GymSharp.State;

namespace GymSharp.Environments.Atari;

/// <summary>Turns actions into what the console's joysticks, paddles and switches are told.</summary>
internal sealed class Controls
{
    /// <summary>Ohms that a paddle turns in a frame at full strength.</summary>
    private const double PaddleStep = 23000;

    private readonly AtariConsole console;
    private readonly bool usesPaddles;
    private readonly int minimum;
    private readonly int maximum;
    private readonly int[] values = new int[Enum.GetValues<ConsoleInput>().Length];
    private int leftPaddle;
    private int rightPaddle;

    /// <summary>Takes hold of a console's inputs.</summary>
    /// <param name="console">The console.</param>
    /// <param name="usesPaddles">Whether actions turn paddles.</param>
    /// <param name="range">Least and greatest resistance of a paddle, in ohms.</param>
    public Controls(AtariConsole console, bool usesPaddles, (int Minimum, int Maximum) range)
    {
        this.console = console;
        this.usesPaddles = usesPaddles;
        (minimum, maximum) = range;
        CenterPaddles();
    }

    /// <summary>Position of the difficulty switches: bit 0 the left, bit 1 the right one.</summary>
    public int Difficulty { get; set; }

    /// <summary>Puts both paddles in the middle of their range.</summary>
    public void CenterPaddles() => leftPaddle = rightPaddle = (minimum + maximum) / 2;

    /// <summary>Lets go of sticks and buttons and presses RESET or SELECT.</summary>
    public void Press(ConsoleInput key)
    {
        ReleaseKeys();
        for (ConsoleInput input = ConsoleInput.J0Up; input <= ConsoleInput.J1Fire; input++)
        {
            Set(input, 0);
        }

        Set(ConsoleInput.P0Fire, 0);
        Set(ConsoleInput.P1Fire, 0);
        Set(key, 1);
    }

    /// <summary>Does what both players want for a frame.</summary>
    public void Apply(PlayerMove playerA, PlayerMove playerB)
    {
        ReleaseKeys();
        SetDifficulty();
        if (usesPaddles)
        {
            Turn(ref leftPaddle, playerA);
            Turn(ref rightPaddle, playerB);
            Set(ConsoleInput.P0Res, leftPaddle);
            Set(ConsoleInput.P1Res, rightPaddle);
            Set(ConsoleInput.P0Fire, playerA.Action.IsFire() ? 1 : 0);
            Set(ConsoleInput.P1Fire, playerB.Action.IsFire() ? 1 : 0);
        }
        else
        {
            Move(ConsoleInput.J0Up, playerA.Action);
            Move(ConsoleInput.J1Up, playerB.Action);
        }
    }

    /// <summary>Reads or writes what a clone holds: the paddles and the difficulty.</summary>
    public void SyncClone(StateSync sync)
    {
        sync.Sync(ref leftPaddle);
        sync.Sync(ref rightPaddle);
        int difficulty = Difficulty;
        sync.Sync(ref difficulty);
        Difficulty = difficulty;
    }

    /// <summary>Reads or writes what is pressed.</summary>
    public void SyncInputs(StateSync sync)
    {
        sync.Sync(values.AsSpan());
        if (sync.IsReading)
        {
            for (int i = 0; i < values.Length; i++)
            {
                console.Set((ConsoleInput)i, values[i]);
            }
        }
    }

    private void ReleaseKeys()
    {
        Set(ConsoleInput.Reset, 0);
        Set(ConsoleInput.Select, 0);
    }

    private void SetDifficulty()
    {
        int left = Difficulty & 1;
        int right = (Difficulty >> 1) & 1;
        Set(ConsoleInput.LeftDiffA, left);
        Set(ConsoleInput.LeftDiffB, 1 - left);
        Set(ConsoleInput.RightDiffA, right);
        Set(ConsoleInput.RightDiffB, 1 - right);
    }

    /// <summary>Ohms that a paddle turns in a frame.</summary>
    /// <remarks>In double precision, as the reference: 0.7f turns by 16,099, in single precision by 16,100.</remarks>
    /// <param name="strength">How far it is asked to turn; 1 is as far as it goes.</param>
    internal static int StepOf(float strength) => (int)(PaddleStep * Math.Abs((double)strength));

    private void Turn(ref int paddle, PlayerMove move)
    {
        int step = StepOf(move.Strength);
        int turned = paddle + (move.Action.IsLeft() ? step : move.Action.IsRight() ? -step : 0);
        paddle = Math.Clamp(turned, minimum, maximum);
    }

    private void Move(ConsoleInput up, AtariAction action)
    {
        Set(up, action.IsUp() ? 1 : 0);
        Set(up + 1, action.IsDown() ? 1 : 0);
        Set(up + 2, action.IsLeft() ? 1 : 0);
        Set(up + 3, action.IsRight() ? 1 : 0);
        Set(up + 4, action.IsFire() ? 1 : 0);
    }

    private void Set(ConsoleInput input, int value)
    {
        if (values[(int)input] != value)
        {
            values[(int)input] = value;
            console.Set(input, value);
        }
    }
}
