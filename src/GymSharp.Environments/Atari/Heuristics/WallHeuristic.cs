namespace GymSharp.Environments.Atari.Heuristics;

/// <summary>Plays <i>Wall</i>: serves, and runs after the ball when it comes down.</summary>
internal sealed class WallHeuristic : IMemoryHeuristic
{
    private const int Serving = 2;
    private const int Near = 6;
    private const int WatchedFrom = 100;
    private static readonly GameMemory Place = new("wall");

    private readonly int state = Place["state"];
    private readonly int paddle = Place["paddle"];
    private readonly int width = Place["wide"];
    private readonly int ballX = Place["ballx"];
    private readonly int ballY = Place["bally"];
    private readonly int speed = Place["speedy"] + 1;

    /// <inheritdoc/>
    public AtariAction Choose(ReadOnlySpan<byte> memory)
    {
        if (memory[state] == Serving)
        {
            return AtariAction.Fire;
        }

        bool rises = (memory[speed] & 0x80) != 0;
        if (rises || memory[ballY] < WatchedFrom)
        {
            return AtariAction.Noop;
        }

        int distance = memory[ballX] + 1 - (memory[paddle] + memory[width] / 2);
        return distance > Near ? AtariAction.Right : distance < -Near ? AtariAction.Left : AtariAction.Noop;
    }
}
