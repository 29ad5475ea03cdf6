using GymSharp.Randomness;
using GymSharp.State;

namespace GymSharp.Environments.MinAtar;

/// <summary>A submarine shoots enemies and brings divers to the surface before its oxygen runs out.</summary>
/// <remarks>
/// A hit pays 1; surfacing with six divers pays for the oxygen that is left. The episode ends when the
/// submarine is hit, has no oxygen, or surfaces without a diver. With ramping, each surfacing makes enemies faster.
/// </remarks>
public sealed partial class Seaquest : MinAtarGame
{
    private const int DeepestRow = Size - 2;
    private const int GaugeRow = Size - 1;
    private const int FullOxygen = 200;
    private const int FullLoad = 6;
    private const int FirstEnemyInterval = 20;
    private const int DiverInterval = 30;
    private const int FirstEnemyWait = 5;
    private const int LastEnemyWait = 2;
    private const int DiverWait = 5;
    private const int EnemyReload = 10;
    private const int ShotCoolDown = 5;

    private readonly bool ramping;
    private readonly SwimmerList shots = new();
    private readonly SwimmerList enemyShots = new();
    private readonly SwimmerList fish = new();
    private readonly SwimmerList submarines = new();
    private readonly SwimmerList divers = new();
    private int x;
    private int y;
    private int heading;
    private int oxygen;
    private int load;
    private bool surfaced;
    private int enemyInterval;
    private int enemySpawnWait;
    private int diverSpawnWait;
    private int enemyWait;
    private int shotWait;
    private int ramps;

    /// <summary>Makes the game.</summary>
    /// <param name="ramping">Whether the difficulty goes up during an episode.</param>
    public Seaquest(bool ramping = true) => this.ramping = ramping;

    private enum Channel
    {
        Front,
        Back,
        Shot,
        Trail,
        EnemyShot,
        Fish,
        Submarine,
        Oxygen,
        Load,
        Diver,
    }

    /// <inheritdoc/>
    public override string Name => "seaquest";

    /// <inheritdoc/>
    public override IReadOnlyList<string> Channels { get; } =
    [
        "sub_front", "sub_back", "friendly_bullet", "trail", "enemy_bullet",
        "enemy_fish", "enemy_sub", "oxygen_guage", "diver_guage", "diver",
    ];

    /// <inheritdoc/>
    public override IReadOnlyList<MinAtarAction> MinimalActions { get; } = Enum.GetValues<MinAtarAction>();

    /// <inheritdoc/>
    public override int? DifficultyRamp => ramps;

    internal override void Start(LegacyRng rng)
    {
        shots.Clear();
        enemyShots.Clear();
        fish.Clear();
        submarines.Clear();
        divers.Clear();
        (x, y, heading) = (5, 0, -1);
        oxygen = FullOxygen;
        load = 0;
        surfaced = true;
        enemyInterval = enemySpawnWait = FirstEnemyInterval;
        diverSpawnWait = DiverInterval;
        enemyWait = FirstEnemyWait;
        shotWait = 0;
        ramps = 0;
        IsOver = false;
    }

    internal override int Advance(MinAtarAction action, LegacyRng rng)
    {
        Spawn(rng);
        Steer(action);
        int reward = MoveShots();
        MoveDivers();
        reward += MoveSubmarines();
        MoveEnemyShots();
        reward += MoveFish();
        enemySpawnWait = Math.Max(enemySpawnWait - 1, 0);
        diverSpawnWait = Math.Max(diverSpawnWait - 1, 0);
        shotWait = Math.Max(shotWait - 1, 0);
        return reward + Breathe();
    }

    internal override void Draw(CellSheet sheet)
    {
        sheet.Mark(x, y, (int)Channel.Front);
        sheet.Mark(x - heading, y, (int)Channel.Back);
        sheet.MarkRow(0, Math.Max(oxygen, 0) * Size / FullOxygen, GaugeRow, (int)Channel.Oxygen);
        sheet.MarkRow(GaugeRow - Math.Max(load, 0), load, GaugeRow, (int)Channel.Load);
        foreach (ref readonly Swimmer shot in shots.AsSpan())
        {
            sheet.Mark(shot.X, shot.Y, (int)Channel.Shot);
        }

        foreach (ref readonly Swimmer shot in enemyShots.AsSpan())
        {
            sheet.Mark(shot.X, shot.Y, (int)Channel.EnemyShot);
        }

        Draw(sheet, fish, Channel.Fish);
        Draw(sheet, submarines, Channel.Submarine);
        Draw(sheet, divers, Channel.Diver);
    }

    private protected override void SyncState(StateSync sync)
    {
        sync.Cell(ref x);
        sync.Range(ref y, 0, DeepestRow);
        sync.Sign(ref heading);
        sync.Range(ref oxygen, -1, FullOxygen);
        sync.Range(ref load, int.MinValue, FullLoad);
        sync.Sync(ref surfaced);
        sync.Range(ref enemyInterval, 1, FirstEnemyInterval);
        sync.Range(ref enemySpawnWait, 0, FirstEnemyInterval);
        sync.Range(ref diverSpawnWait, 0, DiverInterval);
        sync.Range(ref enemyWait, LastEnemyWait, FirstEnemyWait);
        sync.Range(ref shotWait, 0, ShotCoolDown);
        sync.Range(ref ramps, 0, FirstEnemyInterval + FirstEnemyWait);
        if (sync.IsReading && (uint)(x - heading) >= Size)
        {
            throw new StateFormatException("The saved state is damaged: the submarine's back lies outside the grid.");
        }

        shots.SyncState(sync, longestWait: 0, longestReload: 0);
        enemyShots.SyncState(sync, longestWait: 0, longestReload: 0);
        fish.SyncState(sync, FirstEnemyWait, longestReload: 0);
        submarines.SyncState(sync, FirstEnemyWait, EnemyReload);
        divers.SyncState(sync, DiverWait, longestReload: 0);
    }

    private static void Draw(CellSheet sheet, SwimmerList swimmers, Channel channel)
    {
        foreach (ref readonly Swimmer swimmer in swimmers.AsSpan())
        {
            swimmer.Draw(sheet, (int)channel, (int)Channel.Trail);
        }
    }

    private void Steer(MinAtarAction action)
    {
        switch (action)
        {
            case MinAtarAction.Fire when shotWait == 0:
                shots.Add(new Swimmer(x, y, heading));
                shotWait = ShotCoolDown;
                break;
            case MinAtarAction.Left:
                x = Math.Max(x - 1, 0);
                heading = -1;
                break;
            case MinAtarAction.Right:
                x = Math.Min(x + 1, Size - 1);
                heading = 1;
                break;
            case MinAtarAction.Up:
                y = Math.Max(y - 1, 0);
                break;
            case MinAtarAction.Down:
                y = Math.Min(y + 1, DeepestRow);
                break;
            default:
                break;
        }
    }

    private int Breathe()
    {
        IsOver |= oxygen <= 0;
        if (y > 0)
        {
            oxygen--;
            surfaced = false;
            return 0;
        }

        if (surfaced)
        {
            return 0;
        }

        if (load == 0)
        {
            IsOver = true;
            return 0;
        }

        return Surface();
    }

    // As in the original, a full load is paid and emptied first and one diver more is taken, which leaves -1.
    private int Surface()
    {
        surfaced = true;
        int reward = 0;
        if (load == FullLoad)
        {
            reward = oxygen * Size / FullOxygen;
            load = 0;
        }

        load--;
        oxygen = FullOxygen;
        if (ramping && (enemyInterval > 1 || enemyWait > LastEnemyWait))
        {
            enemyWait = ramps % 2 == 1 ? Math.Max(enemyWait - 1, LastEnemyWait) : enemyWait;
            enemyInterval = Math.Max(enemyInterval - 1, 1);
            ramps++;
        }

        return reward;
    }
}
