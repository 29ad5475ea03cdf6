using System.Diagnostics.CodeAnalysis;
using GymSharp.Physics2D;
using GymSharp.Randomness;

namespace GymSharp.Environments.Box2D;

/// <summary>The world of a race: a road of sensors and a car, and which tiles it has been on.</summary>
internal sealed partial class RaceSimulation : IContactListener
{
    // Tags of bodies: tiles count from 1 upwards, wheels from -1 downwards, the hull has 0.
    private const int FirstTile = 1;
    private const int FirstWheel = -1;
    private World world;
    private readonly double lapCompleteShare;
    private readonly List<Body> tiles = [];
    private bool[] visited = [];
    private RaceRoad? road;
    private RaceCar? car;

    /// <summary>Prepares a simulation; <see cref="Reset"/> starts it.</summary>
    /// <param name="lapCompleteShare">Share of the tiles that makes a lap when the car is back at the start.</param>
    public RaceSimulation(double lapCompleteShare)
    {
        this.lapCompleteShare = lapCompleteShare;
        world = new World(Vec2.Zero) { ContactListener = this };
    }

    /// <summary>Whether an episode was started.</summary>
    [MemberNotNullWhen(true, nameof(road), nameof(car))]
    public bool IsStarted => road is not null && car is not null;

    /// <summary>The road.</summary>
    public RaceRoad Road => road!;

    /// <summary>The car.</summary>
    public RaceCar Car => car!;

    /// <summary>Tiles visited so far.</summary>
    public int VisitedCount { get; private set; }

    /// <summary>What the tiles have paid.</summary>
    public double Return { get; set; }

    /// <summary>Whether a lap is complete.</summary>
    public bool HasFinishedLap { get; private set; }

    /// <summary>The colours, which tiles take on when they are touched.</summary>
    public RaceColors Colors { get; set; } = RaceColors.Usual;

    /// <summary>Clears the world and puts a new road and a new car in it.</summary>
    public void Reset(Rng rng)
    {
        Destroy();
        VisitedCount = 0;
        Return = 0.0;
        HasFinishedLap = false;
        road = new RaceRoad(TrackBuilder.Build(rng));
        visited = new bool[road.Track.Length];
        for (int i = 0; i < road.Track.Length; i++)
        {
            tiles.Add(CreateTile(road, i));
        }

        car = new RaceCar(world, road.Track[0]);
        for (int i = 0; i < CarShape.Wheels; i++)
        {
            car.Wheels[i].Body.Tag = FirstWheel - i;
        }
    }

    /// <summary>Lets 1/50 s pass.</summary>
    public void Step()
    {
        const double Dt = 1.0 / RacingScale.FramesPerSecond;
        Car.Push(Dt);
        world.Step((float)Dt, 6 * 30, 2 * 30);
    }

    /// <inheritdoc/>
    public void BeginContact(Contact contact)
    {
        if (FindTile(contact, out int tile) is { } wheel)
        {
            wheel.TileCount++;
            Visit(tile);
        }
    }

    /// <inheritdoc/>
    public void EndContact(Contact contact)
    {
        if (FindTile(contact, out _) is { } wheel)
        {
            wheel.TileCount--;
        }
    }

    // Whatever touches a tile gives it the plain colour of the road; only wheels visit it.
    private RaceWheel? FindTile(Contact contact, out int tile)
    {
        int a = contact.FixtureA.Body.Tag;
        int b = contact.FixtureB.Body.Tag;
        (int tileTag, int other) = b >= FirstTile ? (b, a) : (a, b);
        tile = tileTag - FirstTile;
        if (tile < 0)
        {
            return null;
        }

        Road.TileColor(tile) = Colors.Road.Pack();
        return other <= FirstWheel ? Car.Wheels[FirstWheel - other] : null;
    }

    private void Visit(int tile)
    {
        if (visited[tile])
        {
            return;
        }

        visited[tile] = true;
        Return += 1000.0 / visited.Length;
        VisitedCount++;
        HasFinishedLap |= tile == 0 && (double)VisitedCount / visited.Length > lapCompleteShare;
    }

    private Body CreateTile(RaceRoad road, int index)
    {
        Span<Vec2> corners = stackalloc Vec2[4];
        for (int i = 0; i < corners.Length; i++)
        {
            (double x, double y) = road.Tile(index)[i];
            corners[i] = new Vec2((float)x, (float)y);
        }

        Body tile = world.CreateBody(new BodyDescription { Tag = FirstTile + index });
        tile.CreateFixture(new FixtureDescription(new PolygonShape(corners)) { IsSensor = true });
        road.TileColor(index) = Colors.Road.Pack(0.01 * (index % 3) * 255);
        return tile;
    }

    private void Destroy()
    {
        if (car is null)
        {
            return;
        }

        foreach (Body tile in tiles)
        {
            world.DestroyBody(tile);
        }

        tiles.Clear();
        world.DestroyBody(car.Hull);
        foreach (RaceWheel wheel in car.Wheels)
        {
            world.DestroyBody(wheel.Body);
        }

        car = null;
    }
}
