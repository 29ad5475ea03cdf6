using System.Numerics;
using GymSharp.Randomness;
using GymSharp.State;

namespace GymSharp.Environments.MinAtar;

/// <summary>A paddle keeps a diagonally flying ball in play; each brick it breaks pays 1.</summary>
/// <remarks>The episode ends when the ball gets past the paddle. A cleared wall is built anew. Nothing ramps.</remarks>
public sealed class Breakout : MinAtarGame
{
    private const int PaddleRow = Size - 1;
    private const int WallTop = 1;
    private const int WallRows = 3;
    private const uint FullWall = (1u << (WallRows * Size)) - 1;

    // Bit (row - WallTop) * Size + column stands for one brick.
    private uint wall;
    private int paddle;
    private int ballX;
    private int ballY;
    private int trailX;
    private int trailY;
    private int headingX;
    private int headingY;
    private bool insideWall;

    private enum Channel
    {
        Paddle,
        Ball,
        Trail,
        Brick,
    }

    /// <inheritdoc/>
    public override string Name => "breakout";

    /// <inheritdoc/>
    public override IReadOnlyList<string> Channels { get; } = ["paddle", "ball", "trail", "brick"];

    /// <inheritdoc/>
    public override IReadOnlyList<MinAtarAction> MinimalActions { get; } =
        [MinAtarAction.None, MinAtarAction.Left, MinAtarAction.Right];

    internal override void Start(LegacyRng rng)
    {
        bool fromRight = rng.RandInt(2) == 1;
        ballX = trailX = fromRight ? Size - 1 : 0;
        ballY = trailY = WallTop + WallRows - 1;
        headingX = fromRight ? -1 : 1;
        headingY = 1;
        paddle = 4;
        wall = FullWall;
        insideWall = false;
        IsOver = false;
    }

    internal override int Advance(MinAtarAction action, LegacyRng rng)
    {
        paddle = action switch
        {
            MinAtarAction.Left => Math.Max(paddle - 1, 0),
            MinAtarAction.Right => Math.Min(paddle + 1, Size - 1),
            _ => paddle,
        };
        (trailX, trailY) = (ballX, ballY);
        ballX += headingX;
        ballY += headingY;
        if ((uint)ballX >= Size)
        {
            ballX = trailX;
            headingX = -headingX;
        }

        if (ballY >= 0)
        {
            return HitBrick() ? 1 : 0;
        }

        ballY = 0;
        headingY = -headingY;
        insideWall = false;
        return 0;
    }

    internal override void Draw(CellSheet sheet)
    {
        sheet.Mark(paddle, PaddleRow, (int)Channel.Paddle);
        sheet.Mark(ballX, ballY, (int)Channel.Ball);
        sheet.Mark(trailX, trailY, (int)Channel.Trail);
        for (uint bricks = wall; bricks != 0; bricks &= bricks - 1)
        {
            sheet.Mark((WallTop * Size) + BitOperations.TrailingZeroCount(bricks), (int)Channel.Brick);
        }
    }

    private protected override void SyncState(StateSync sync)
    {
        sync.Cell(ref paddle);
        sync.Cell(ref ballX);
        sync.Cell(ref ballY);
        sync.Cell(ref trailX);
        sync.Cell(ref trailY);
        sync.Sign(ref headingX);
        sync.Sign(ref headingY);
        sync.Sync(ref insideWall);
        sync.Sync(ref wall);
        if (sync.IsReading && wall > FullWall)
        {
            throw new StateFormatException("The saved state is damaged: there are bricks outside the wall.");
        }
    }

    // A ball that comes from a brick it just broke flies through the next one.
    private bool HitBrick()
    {
        uint brick = Brick(ballX, ballY);
        bool breaks = (wall & brick) != 0 && !insideWall;
        insideWall = (wall & brick) != 0;
        if (breaks)
        {
            wall ^= brick;
            Bounce();
        }
        else if (ballY == PaddleRow)
        {
            MeetPaddle();
        }

        return breaks;
    }

    // The paddle below the ball's old place sends it up; the paddle at its new place sends it back where it came from.
    private void MeetPaddle()
    {
        if (wall == 0)
        {
            wall = FullWall;
        }

        if (trailX == paddle)
        {
            Bounce();
        }
        else if (ballX == paddle)
        {
            headingX = -headingX;
            Bounce();
        }
        else
        {
            IsOver = true;
        }
    }

    private void Bounce()
    {
        ballY = trailY;
        headingY = -headingY;
    }

    private static uint Brick(int x, int y)
    {
        int row = y - WallTop;
        return (uint)row < WallRows ? 1u << ((row * Size) + x) : 0;
    }
}
