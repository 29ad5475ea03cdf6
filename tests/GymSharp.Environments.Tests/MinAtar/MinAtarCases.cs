using GymSharp.Environments.MinAtar;

namespace GymSharp.Environments.Tests.MinAtar;

/// <summary>The games by name, for theories.</summary>
internal static class MinAtarCases
{
    public static TheoryData<string> Names => ["asterix", "breakout", "freeway", "seaquest", "space_invaders"];

    public static MinAtarGame Game(string name, bool ramping = true) => name switch
    {
        "asterix" => new Asterix(ramping),
        "breakout" => new Breakout(),
        "freeway" => new Freeway(),
        "seaquest" => new Seaquest(ramping),
        "space_invaders" => new SpaceInvaders(ramping),
        _ => throw new ArgumentOutOfRangeException(nameof(name), name, "no such game"),
    };

    public static MinAtarEnv Env(string name, MinAtarOptions? options = null) => new(Game(name), options);

    /// <summary>Cells of a channel as (x, y), row by row.</summary>
    public static List<(int X, int Y)> Cells(MinAtarEnv env, bool[] state, string channel)
    {
        int channels = env.Game.Channels.Count;
        int index = env.Game.Channels.ToList().IndexOf(channel);
        Assert.InRange(index, 0, channels - 1);
        List<(int X, int Y)> cells = [];
        for (int cell = 0; cell < 100; cell++)
        {
            if (state[(cell * channels) + index])
            {
                cells.Add((cell % 10, cell / 10));
            }
        }

        return cells;
    }
}
