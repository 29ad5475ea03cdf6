using GymSharp.Randomness;
using GymSharp.State;

namespace GymSharp.Environments.MinAtar;

/// <summary>A cannon shoots at a block of aliens that comes down in zigzags and shoots back; each hit pays 1.</summary>
/// <remarks>
/// The episode ends when a bullet or an alien meets the cannon, or when aliens on the bottom row have to turn.
/// The fewer aliens are left, the faster they move. With ramping, each new wave starts faster than the one before.
/// </remarks>
public sealed class SpaceInvaders : MinAtarGame
{
    private const int CannonRow = Size - 1;
    private const int ShotCoolDown = 5;
    private const int AlienShotInterval = 10;
    private const int FirstMoveInterval = 12;
    private const int LastMoveInterval = 6;
    private static readonly CellSet Wave = CellSet.Rectangle(left: 2, top: 0, width: 6, height: 4);

    private readonly bool ramping;
    private CellSet aliens;
    private CellSet bullets;
    private CellSet alienBullets;
    private int cannon;
    private int heading;
    private int moveInterval;
    private int moveWait;
    private int alienShotWait;
    private int shotWait;
    private int ramps;

    /// <summary>Makes the game.</summary>
    /// <param name="ramping">Whether each wave starts faster than the one before.</param>
    public SpaceInvaders(bool ramping = true) => this.ramping = ramping;

    private enum Channel
    {
        Cannon,
        Alien,
        AlienLeft,
        AlienRight,
        FriendlyBullet,
        EnemyBullet,
    }

    /// <inheritdoc/>
    public override string Name => "space_invaders";

    /// <inheritdoc/>
    public override IReadOnlyList<string> Channels { get; } =
        ["cannon", "alien", "alien_left", "alien_right", "friendly_bullet", "enemy_bullet"];

    /// <inheritdoc/>
    public override IReadOnlyList<MinAtarAction> MinimalActions { get; } =
        [MinAtarAction.None, MinAtarAction.Left, MinAtarAction.Right, MinAtarAction.Fire];

    /// <inheritdoc/>
    public override int? DifficultyRamp => ramps;

    internal override void Start(LegacyRng rng)
    {
        aliens = Wave;
        bullets = alienBullets = CellSet.Empty;
        cannon = 5;
        heading = -1;
        moveInterval = moveWait = FirstMoveInterval;
        alienShotWait = AlienShotInterval;
        shotWait = 0;
        ramps = 0;
        IsOver = false;
    }

    internal override int Advance(MinAtarAction action, LegacyRng rng)
    {
        Act(action);
        bullets = bullets.Up();
        alienBullets = alienBullets.Down();
        IsOver = alienBullets.Contains(cannon, CannonRow) || aliens.Contains(cannon, CannonRow);
        if (moveWait == 0)
        {
            MoveAliens();
        }

        if (alienShotWait == 0)
        {
            alienShotWait = AlienShotInterval;
            AlienFires();
        }

        CellSet hits = aliens & bullets;
        aliens = aliens.Without(hits);
        bullets = bullets.Without(hits);
        shotWait = Math.Max(shotWait - 1, 0);
        moveWait--;
        alienShotWait--;
        if (aliens.IsEmpty)
        {
            NextWave();
        }

        return hits.Count;
    }

    internal override void Draw(CellSheet sheet)
    {
        sheet.Mark(cannon, CannonRow, (int)Channel.Cannon);
        aliens.Draw(sheet, (int)Channel.Alien, (int)(heading < 0 ? Channel.AlienLeft : Channel.AlienRight));
        bullets.Draw(sheet, (int)Channel.FriendlyBullet);
        alienBullets.Draw(sheet, (int)Channel.EnemyBullet);
    }

    private protected override void SyncState(StateSync sync)
    {
        sync.Cell(ref cannon);
        sync.Sign(ref heading);
        sync.Range(ref moveInterval, LastMoveInterval, FirstMoveInterval);
        sync.Range(ref moveWait, 0, FirstMoveInterval);
        sync.Range(ref alienShotWait, 0, AlienShotInterval);
        sync.Range(ref shotWait, 0, ShotCoolDown);
        sync.Range(ref ramps, 0, FirstMoveInterval - LastMoveInterval);
        sync.Sync(ref aliens);
        sync.Sync(ref bullets);
        sync.Sync(ref alienBullets);
        if (sync.IsReading && (aliens.IsEmpty || !aliens.IsValid || !bullets.IsValid || !alienBullets.IsValid))
        {
            throw new StateFormatException(
                "The saved state is damaged: there are aliens or bullets outside the grid, or no aliens at all.");
        }
    }

    // A bullet starts in the cannon and has left it when the frame ends.
    private void Act(MinAtarAction action)
    {
        if (action == MinAtarAction.Fire && shotWait == 0)
        {
            bullets = bullets.With(cannon, CannonRow);
            shotWait = ShotCoolDown;
        }
        else if (action == MinAtarAction.Left)
        {
            cannon = Math.Max(cannon - 1, 0);
        }
        else if (action == MinAtarAction.Right)
        {
            cannon = Math.Min(cannon + 1, Size - 1);
        }
    }

    private void MoveAliens()
    {
        moveWait = Math.Min(aliens.Count, moveInterval);
        if (aliens.TouchesColumn(heading < 0 ? 0 : Size - 1))
        {
            IsOver |= aliens.TouchesLastRow();
            heading = -heading;
            aliens = aliens.DownAround();
        }
        else
        {
            aliens = aliens.Aside(heading);
        }

        IsOver |= aliens.Contains(cannon, CannonRow);
    }

    // The lowest alien of the column nearest to the cannon fires; of two columns as near, the left one.
    private void AlienFires()
    {
        for (int distance = 0; distance < Size; distance++)
        {
            if (TryFireFrom(cannon - distance) || TryFireFrom(cannon + distance))
            {
                return;
            }
        }
    }

    private bool TryFireFrom(int column)
    {
        if ((uint)column >= Size || !aliens.TouchesColumn(column))
        {
            return false;
        }

        alienBullets = alienBullets.With(column, aliens.LowestIn(column));
        return true;
    }

    private void NextWave()
    {
        if (ramping && moveInterval > LastMoveInterval)
        {
            moveInterval--;
            ramps++;
        }

        aliens = Wave;
    }
}
