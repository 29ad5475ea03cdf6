namespace GymSharp.Environments.Atari.Heuristics;

/// <summary>
/// Plays <i>Laser Invaders</i>: steps aside for bombs, else runs to where the nearest column of invaders will be when
/// the laser arrives, and fires there.
/// </summary>
internal sealed class LaserInvadersHeuristic : IMemoryHeuristic
{
    private const int Nothing = 255;
    private const int Columns = 6;
    private const int Spacing = 16;
    private const int Pitch = 18;
    private const int FieldTop = 22;
    private const int Ground = 161;
    private const int LaserSpeed = 4;
    private const int BombsSeenFrom = 110;
    private const int TooNear = 9;
    private const int LeftMost = 20;
    private const int RightMost = 140;
    private static readonly GameMemory Place = new("laser_invaders");

    private readonly int cannon = Place["cannon"];
    private readonly int laser = Place["lasery"];
    private readonly int bombX = Place["bombx"];
    private readonly int bombY = Place["bomby"];
    private readonly int ranks = Place["ranks"];
    private readonly int rows = Place["rows"];
    private readonly int column = Place["column"];
    private readonly int height = Place["height"];
    private readonly int heading = Place["heading"];
    private readonly int alive = Place["alive"];

    /// <inheritdoc/>
    public AtariAction Choose(ReadOnlySpan<byte> memory)
    {
        int center = memory[cannon] + 4;
        int flight = Flight(memory, center);
        int aim = Aim(memory, center);
        bool fires = memory[laser] == Nothing && (flight != 0 || Math.Abs(aim) <= 3);
        int direction = flight != 0 ? flight : Math.Abs(aim) <= 3 ? 0 : Math.Sign(aim);
        return (direction, fires) switch
        {
            (0, false) => AtariAction.Noop,
            (0, true) => AtariAction.Fire,
            (1, false) => AtariAction.Right,
            (1, true) => AtariAction.RightFire,
            (_, false) => AtariAction.Left,
            (_, true) => AtariAction.LeftFire,
        };
    }

    /// <summary>−1 or 1 to flee from the lowest bomb that would strike, 0 where none would.</summary>
    private int Flight(ReadOnlySpan<byte> memory, int center)
    {
        int lowest = BombsSeenFrom - 1;
        int direction = 0;
        for (int bomb = 0; bomb < 2; bomb++)
        {
            int distance = memory[bombX + bomb] + 1 - center;
            int line = memory[bombY + bomb];
            if (line != Nothing && line > lowest && Math.Abs(distance) < TooNear)
            {
                lowest = line;
                direction = center < LeftMost ? 1 : center > RightMost || distance >= 0 ? -1 : 1;
            }
        }

        return direction;
    }

    /// <summary>How far the cannon is from where a shot would strike the nearest column, in pixels.</summary>
    private int Aim(ReadOnlySpan<byte> memory, int center)
    {
        int nearest = int.MaxValue;
        int pace = Math.Max(2, memory[alive] / 2 + 1);
        int left = memory[column] > 200 ? memory[column] - 256 : memory[column];
        for (int one = 0; one < Columns; one++)
        {
            int row = LowestRow(memory, one);
            if (row < 0)
            {
                continue;
            }

            int frames = (Ground - FieldTop - memory[height] - Pitch * (row + 1)) / LaserSpeed;
            int place = left + Spacing * one + 4 + (sbyte)memory[heading] * frames / pace;
            if (Math.Abs(place - center) < Math.Abs((long)nearest))
            {
                nearest = place - center;
            }
        }

        return nearest == int.MaxValue ? 0 : nearest;
    }

    private int LowestRow(ReadOnlySpan<byte> memory, int one)
    {
        for (int row = memory[rows] - 1; row >= 0; row--)
        {
            if ((memory[ranks + row] >> one & 1) != 0)
            {
                return row;
            }
        }

        return -1;
    }
}
