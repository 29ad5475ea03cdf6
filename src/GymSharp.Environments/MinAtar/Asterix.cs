using System.Numerics;
using GymSharp.Randomness;
using GymSharp.State;

namespace GymSharp.Environments.MinAtar;

/// <summary>Gold and enemies cross eight lanes; gold pays 1 when touched, an enemy ends the episode.</summary>
/// <remarks>With ramping, things come more often and move faster as time passes.</remarks>
public sealed class Asterix : MinAtarGame
{
    private const int Lanes = 8;
    private const int AllLanes = (1 << Lanes) - 1;
    private const int FirstSpawnInterval = 10;
    private const int FirstMoveInterval = 5;
    private const int RampInterval = 100;
    private const int MostRamps = FirstSpawnInterval + FirstMoveInterval;

    private readonly bool ramping;

    // One bit and one column per lane; lane 0 is row 1. A lane holds one thing at most.
    private readonly int[] columns = new int[Lanes];
    private int taken;
    private int rightward;
    private int gold;
    private int playerX;
    private int playerY;
    private int spawnInterval;
    private int spawnWait;
    private int moveInterval;
    private int moveWait;
    private int rampWait;
    private int ramps;

    /// <summary>Makes the game.</summary>
    /// <param name="ramping">Whether the difficulty goes up during an episode.</param>
    public Asterix(bool ramping = true) => this.ramping = ramping;

    private enum Channel
    {
        Player,
        Enemy,
        Trail,
        Gold,
    }

    /// <inheritdoc/>
    public override string Name => "asterix";

    /// <inheritdoc/>
    public override IReadOnlyList<string> Channels { get; } = ["player", "enemy", "trail", "gold"];

    /// <inheritdoc/>
    public override IReadOnlyList<MinAtarAction> MinimalActions { get; } =
        [MinAtarAction.None, MinAtarAction.Left, MinAtarAction.Up, MinAtarAction.Right, MinAtarAction.Down];

    /// <inheritdoc/>
    public override int? DifficultyRamp => ramps;

    internal override void Start(LegacyRng rng)
    {
        taken = 0;
        playerX = playerY = 5;
        spawnInterval = spawnWait = FirstSpawnInterval;
        moveInterval = moveWait = FirstMoveInterval;
        rampWait = RampInterval;
        ramps = 0;
        IsOver = false;
    }

    internal override int Advance(MinAtarAction action, LegacyRng rng)
    {
        if (spawnWait == 0)
        {
            Spawn(rng);
            spawnWait = spawnInterval;
        }

        Walk(action);
        int reward = Touch();
        if (moveWait == 0)
        {
            moveWait = moveInterval;
            MoveThings();
            reward += Touch();
        }

        spawnWait--;
        moveWait--;
        Ramp();
        return reward;
    }

    internal override void Draw(CellSheet sheet)
    {
        sheet.Mark(playerX, playerY, (int)Channel.Player);
        for (int lanes = taken; lanes != 0; lanes &= lanes - 1)
        {
            int lane = BitOperations.TrailingZeroCount(lanes);
            bool isGold = (gold >> lane & 1) != 0;
            sheet.Mark(columns[lane], lane + 1, (int)(isGold ? Channel.Gold : Channel.Enemy));
            sheet.MarkIfInside(columns[lane] - Heading(lane), lane + 1, (int)Channel.Trail);
        }
    }

    private protected override void SyncState(StateSync sync)
    {
        sync.Cell(ref playerX);
        sync.Range(ref playerY, 1, Lanes);
        sync.Range(ref taken, 0, AllLanes);
        sync.Range(ref rightward, 0, AllLanes);
        sync.Range(ref gold, 0, AllLanes);
        foreach (ref int column in columns.AsSpan())
        {
            sync.Range(ref column, -1, Size);
        }

        for (int lanes = taken; lanes != 0; lanes &= lanes - 1)
        {
            sync.Cell(ref columns[BitOperations.TrailingZeroCount(lanes)]);
        }

        sync.Range(ref spawnInterval, 1, FirstSpawnInterval);
        sync.Range(ref spawnWait, 0, FirstSpawnInterval);
        sync.Range(ref moveInterval, 1, FirstMoveInterval);
        sync.Range(ref moveWait, 0, FirstMoveInterval);
        sync.Range(ref rampWait, -1, RampInterval);
        sync.Range(ref ramps, 0, MostRamps);
    }

    private int Heading(int lane) => (rightward >> lane & 1) != 0 ? 1 : -1;

    // Side and kind are drawn even when no lane is free.
    private void Spawn(LegacyRng rng)
    {
        bool fromLeft = rng.Rand() < 1.0 / 2;
        bool isGold = rng.Rand() < 1.0 / 3;
        int free = ~taken & AllLanes;
        if (free == 0)
        {
            return;
        }

        for (long skip = rng.RandInt(BitOperations.PopCount((uint)free)); skip > 0; skip--)
        {
            free &= free - 1;
        }

        int lane = free & -free;
        taken |= lane;
        rightward = fromLeft ? rightward | lane : rightward & ~lane;
        gold = isGold ? gold | lane : gold & ~lane;
        columns[BitOperations.TrailingZeroCount(lane)] = fromLeft ? 0 : Size - 1;
    }

    private void Walk(MinAtarAction action)
    {
        switch (action)
        {
            case MinAtarAction.Left:
                playerX = Math.Max(playerX - 1, 0);
                break;
            case MinAtarAction.Right:
                playerX = Math.Min(playerX + 1, Size - 1);
                break;
            case MinAtarAction.Up:
                playerY = Math.Max(playerY - 1, 1);
                break;
            case MinAtarAction.Down:
                playerY = Math.Min(playerY + 1, Lanes);
                break;
            default:
                break;
        }
    }

    // Only the thing in the player's own lane can be where the player is.
    private int Touch()
    {
        int lane = 1 << (playerY - 1);
        if ((taken & lane) == 0 || columns[playerY - 1] != playerX)
        {
            return 0;
        }

        if ((gold & lane) == 0)
        {
            IsOver = true;
            return 0;
        }

        taken ^= lane;
        return 1;
    }

    private void MoveThings()
    {
        for (int lanes = taken; lanes != 0; lanes &= lanes - 1)
        {
            int lane = BitOperations.TrailingZeroCount(lanes);
            columns[lane] += Heading(lane);
            if ((uint)columns[lane] >= Size)
            {
                taken ^= 1 << lane;
            }
        }
    }

    // Spawning gets faster at every ramp, movement at every second.
    private void Ramp()
    {
        if (!ramping || (spawnInterval == 1 && moveInterval == 1))
        {
            return;
        }

        if (rampWait >= 0)
        {
            rampWait--;
            return;
        }

        if (ramps % 2 == 1)
        {
            moveInterval = Math.Max(moveInterval - 1, 1);
        }

        spawnInterval = Math.Max(spawnInterval - 1, 1);
        ramps++;
        rampWait = RampInterval;
    }
}
