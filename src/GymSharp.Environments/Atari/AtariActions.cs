namespace GymSharp.Environments.Atari;

/// <summary>What the actions do.</summary>
public static class AtariActions
{
    /// <summary>How many there are.</summary>
    public const int Count = 18;

    /// <summary>The number of player B's "nothing"; player B's actions are player A's plus this.</summary>
    public const int PlayerB = 18;

    /// <summary>The number that stands for the console's RESET switch among the actions that begin a game.</summary>
    public const int Reset = 40;

    private const byte UpBit = 1;
    private const byte DownBit = 2;
    private const byte LeftBit = 4;
    private const byte RightBit = 8;
    private const byte FireBit = 16;

    private static readonly byte[] Bits =
    [
        0, FireBit, UpBit, RightBit, LeftBit, DownBit,
        UpBit | RightBit, UpBit | LeftBit, DownBit | RightBit, DownBit | LeftBit,
        UpBit | FireBit, RightBit | FireBit, LeftBit | FireBit, DownBit | FireBit,
        UpBit | RightBit | FireBit, UpBit | LeftBit | FireBit,
        DownBit | RightBit | FireBit, DownBit | LeftBit | FireBit,
    ];

    /// <summary>The name that Gymnasium gives an action, for example <c>UPRIGHTFIRE</c>.</summary>
    public static string Meaning(this AtariAction action) => action.ToString().ToUpperInvariant();

    /// <summary>Whether the stick is pushed up.</summary>
    public static bool IsUp(this AtariAction action) => (Bits[(int)action] & UpBit) != 0;

    /// <summary>Whether the stick is pulled down.</summary>
    public static bool IsDown(this AtariAction action) => (Bits[(int)action] & DownBit) != 0;

    /// <summary>Whether the stick, or the paddle, goes left.</summary>
    public static bool IsLeft(this AtariAction action) => (Bits[(int)action] & LeftBit) != 0;

    /// <summary>Whether the stick, or the paddle, goes right.</summary>
    public static bool IsRight(this AtariAction action) => (Bits[(int)action] & RightBit) != 0;

    /// <summary>Whether the button is pressed.</summary>
    public static bool IsFire(this AtariAction action) => (Bits[(int)action] & FireBit) != 0;

    /// <summary>For each of some actions, the place of the one with left and right exchanged.</summary>
    /// <param name="actions">The actions of a game.</param>
    /// <exception cref="InvalidOperationException">One has no counterpart.</exception>
    public static IReadOnlyList<int> Mirrored(IReadOnlyList<AtariAction> actions)
    {
        ArgumentNullException.ThrowIfNull(actions);
        List<AtariAction> all = [.. actions];
        return [.. all.Select(action =>
        {
            int side = action.IsRight() ? -1 : action.IsLeft() ? 1 : 0;
            AtariAction other = Of(side, action.IsUp() ? 1 : action.IsDown() ? -1 : 0, action.IsFire());
            int place = all.IndexOf(other);
            return place >= 0
                ? place
                : throw new InvalidOperationException(
                    $"The game has {action.Meaning()} and no {other.Meaning()}, so it has no mirror image. "
                    + "Make it with full_action_space=true to have all actions.");
        })];
    }

    /// <summary>The action that pushes the stick so.</summary>
    /// <param name="horizontal">−1 left, 0, 1 right.</param>
    /// <param name="vertical">−1 down, 0, 1 up.</param>
    /// <param name="fire">Whether the button is pressed.</param>
    public static AtariAction Of(int horizontal, int vertical, bool fire)
    {
        int bits = (horizontal < 0 ? LeftBit : horizontal > 0 ? RightBit : 0)
            | (vertical < 0 ? DownBit : vertical > 0 ? UpBit : 0)
            | (fire ? FireBit : 0);
        return (AtariAction)Array.IndexOf(Bits, (byte)bits);
    }
}
