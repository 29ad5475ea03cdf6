using System.Runtime.InteropServices;
using GymSharp.Physics2D;
using GymSharp.Randomness;
using GymSharp.State;

namespace GymSharp.Environments.Box2D;

/// <summary>The ground under the walker: heights, and obstacles where it is the hard version.</summary>
internal sealed class WalkerTerrain
{
    private const double Step = WalkerScale.TerrainStep;
    private readonly double[] heights = new double[WalkerScale.TerrainLength];
    private readonly List<Vec2> corners = [];
    private readonly bool hardcore;
    private double velocity;
    private double y;
    private double originalY;
    private int counter;
    private int stairSteps;
    private int stairWidth;
    private int stairHeight;

    /// <summary>Prepares a terrain; nothing is drawn yet.</summary>
    /// <param name="hardcore">Whether stumps, pits and stairs lie in the way.</param>
    public WalkerTerrain(bool hardcore)
    {
        this.hardcore = hardcore;
    }

    private enum Ground
    {
        Grass,
        Stump,
        Stairs,
        Pit,
    }

    /// <summary>Heights of the ground, metres, one for every <see cref="WalkerScale.TerrainStep"/>.</summary>
    public ReadOnlySpan<double> Heights => heights;

    /// <summary>Number of obstacles, each a quadrangle.</summary>
    public int ObstacleCount => corners.Count / 4;

    /// <summary>The four corners of an obstacle, metres, in the order they were drawn.</summary>
    public ReadOnlySpan<Vec2> Obstacle(int index) =>
        CollectionsMarshal.AsSpan(corners).Slice(4 * index, 4);

    /// <summary>Draws a new terrain.</summary>
    public void Generate(Rng rng)
    {
        corners.Clear();
        velocity = 0.0;
        y = WalkerScale.TerrainHeight;
        originalY = 0.0;
        counter = WalkerScale.TerrainStartPad;
        (stairSteps, stairWidth, stairHeight) = (0, 0, 0);
        Ground ground = Ground.Grass;
        bool isNew = false;
        for (int i = 0; i < heights.Length; i++)
        {
            Advance(rng, ground, isNew, i);
            isNew = false;
            heights[i] = y;
            if (--counter == 0)
            {
                counter = (int)rng.Integers(WalkerScale.TerrainGrass / 2, WalkerScale.TerrainGrass);
                ground = ground == Ground.Grass && hardcore ? (Ground)rng.Integers(1, 4) : Ground.Grass;
                isNew = true;
            }
        }
    }

    /// <summary>Reads or writes heights and obstacles.</summary>
    public void Sync(StateSync sync)
    {
        sync.Sync(heights.AsSpan());
        Vec2[] saved = [.. corners];
        sync.Sync(ref saved);
        corners.Clear();
        corners.AddRange(saved);
    }

    private void Advance(Rng rng, Ground ground, bool isNew, int point)
    {
        double x = point * Step;
        switch (ground)
        {
            case Ground.Grass when !isNew:
                Roll(rng, point);
                break;
            case Ground.Pit when isNew:
                Dig(rng, x);
                break;
            case Ground.Pit:
                y = counter > 1 ? originalY - (4 * Step) : originalY;
                break;
            case Ground.Stump when isNew:
                Fell(rng, x);
                break;
            case Ground.Stairs when isNew:
                Build(rng, x);
                break;
            case Ground.Stairs:
                double climbed = (double)((stairSteps * stairWidth) - counter - stairHeight) / stairWidth;
                y = originalY + (climbed * stairHeight * Step);
                break;
            default:
                break;
        }
    }

    private void Roll(Rng rng, int point)
    {
        velocity = (0.8 * velocity) + (0.01 * Math.Sign(WalkerScale.TerrainHeight - y));
        if (point > WalkerScale.TerrainStartPad)
        {
            velocity += rng.Uniform(-1, 1) / WalkerScale.Scale;
        }

        y += velocity;
    }

    private void Dig(Rng rng, double x)
    {
        counter = (int)rng.Integers(3, 5);
        double bottom = y - (4 * Step);
        AddObstacle((x, y), (x + Step, y), (x + Step, bottom), (x, bottom));
        double shift = Step * counter;
        AddObstacle((x + shift, y), (x + Step + shift, y), (x + Step + shift, bottom), (x + shift, bottom));
        counter += 2;
        originalY = y;
    }

    private void Fell(Rng rng, double x)
    {
        counter = (int)rng.Integers(1, 3);
        double size = counter * Step;
        AddObstacle((x, y), (x + size, y), (x + size, y + size), (x, y + size));
    }

    private void Build(Rng rng, double x)
    {
        stairHeight = rng.Random() > 0.5 ? +1 : -1;
        stairWidth = 4;
        stairSteps = (int)rng.Integers(3, 5);
        originalY = y;
        for (int s = 0; s < stairSteps; s++)
        {
            double left = x + (s * stairWidth * Step);
            double right = x + ((1 + s) * stairWidth * Step);
            double top = y + (s * stairHeight * Step);
            double bottom = y + ((-1 + (s * stairHeight)) * Step);
            AddObstacle((left, top), (right, top), (right, bottom), (left, bottom));
        }

        counter = stairSteps * stairWidth;
    }

    private void AddObstacle(params ReadOnlySpan<(double X, double Y)> points)
    {
        foreach ((double px, double py) in points)
        {
            corners.Add(new Vec2((float)px, (float)py));
        }
    }
}
