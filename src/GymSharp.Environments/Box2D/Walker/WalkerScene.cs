using GymSharp.Physics2D;
using GymSharp.Rendering;

namespace GymSharp.Environments.Box2D;

/// <summary>Draws the walker: sky and clouds, ground and obstacles, a lidar ray, hull and legs, and the flag.</summary>
internal sealed class WalkerScene
{
    private const double Outline = 1 / WalkerScale.Scale;
    private const double Width = WalkerScale.ViewportWidth / WalkerScale.Scale;
    private const double Height = WalkerScale.ViewportHeight / WalkerScale.Scale;
    private const double Step = WalkerScale.TerrainStep;
    private static readonly Color Sky = new(215, 215, 255);
    private static readonly Color Soil = new(102, 153, 76);
    private static readonly Color ObstacleEdge = new(153, 153, 153);
    private static readonly Color HullFill = new(127, 51, 229);
    private static readonly Color HullEdge = new(76, 76, 127);
    private static readonly Color FlagColor = new(230, 51, 0);
    private readonly Canvas canvas = new(WalkerScale.ViewportWidth, WalkerScale.ViewportHeight, Sky);
    private readonly Point[] corners = new Point[PhysicsConstants.MaximumPolygonVertices];

    /// <summary>Draws a moment.</summary>
    /// <param name="simulation">The world.</param>
    /// <param name="steps">Steps since the start, which choose the ray that is shown.</param>
    public Frame Draw(WalkerSimulation simulation, int steps)
    {
        double scroll = simulation.Hull.Position.X - (Width / 5);
        canvas.Clear(Sky);
        canvas.ResetState();
        canvas.UseYUp();
        canvas.Scale(WalkerScale.Scale);
        canvas.Translate(-Math.Max(scroll, 0), 0);
        DrawClouds(simulation.Clouds, scroll);
        DrawGround(simulation.Terrain, scroll);
        DrawLidar(simulation, steps);
        DrawWalker(simulation);
        DrawFlag();
        return canvas.ToFrame();
    }

    // Clouds pass half as fast as the ground.
    private void DrawClouds(WalkerClouds clouds, double scroll)
    {
        for (int i = 0; i < WalkerClouds.Count; i++)
        {
            int count = 0;
            foreach ((double x, double y) in clouds.Cloud(i))
            {
                corners[count++] = new Point(x + (scroll / 2), y);
            }

            canvas.FillPolygon(corners.AsSpan(0, count), Color.White);
        }
    }

    private void DrawGround(WalkerTerrain terrain, double scroll)
    {
        ReadOnlySpan<double> heights = terrain.Heights;
        int first = Math.Max((int)(scroll / Step) - 1, 0);
        int last = Math.Min((int)((scroll + Width) / Step) + 2, heights.Length - 1);
        Span<Point> soil = stackalloc Point[WalkerScale.TerrainLength + 2];
        int count = 0;
        for (int i = first; i <= last; i++)
        {
            soil[count++] = new Point(i * Step, heights[i]);
        }

        soil[count++] = new Point(last * Step, 0);
        soil[count++] = new Point(first * Step, 0);
        canvas.FillPolygon(soil[..count], Soil);
        for (int i = first; i < last; i++)
        {
            Color grass = new(76, i % 2 == 0 ? (byte)255 : (byte)204, 76);
            canvas.DrawLine(i * Step, heights[i], (i + 1) * Step, heights[i + 1], new Pen(grass, Outline));
        }

        for (int i = 0; i < terrain.ObstacleCount; i++)
        {
            DrawShape(Transform.Identity, terrain.Obstacle(i), Color.White, ObstacleEdge);
        }
    }

    // Each ray shows for two of a hundred steps, downwards to forwards and back.
    private void DrawLidar(WalkerSimulation simulation, int steps)
    {
        const int Cycle = 100;
        int turn = steps % Cycle;
        if (turn >= 2 * WalkerLidar.Rays)
        {
            return;
        }

        int ray = turn < WalkerLidar.Rays ? turn : (2 * WalkerLidar.Rays) - turn - 1;
        Vec2 from = simulation.Hull.Position;
        (double x, double y) = WalkerLidar.Full(ray);
        double share = simulation.Lidar.Fractions[ray];
        canvas.DrawLine(from.X, from.Y, from.X + (share * x), from.Y - (share * y), new Pen(Color.Red, Outline));
    }

    private void DrawWalker(WalkerSimulation simulation)
    {
        for (int i = 0; i < WalkerSimulation.Limbs; i++)
        {
            int light = i < 2 ? 25 : -25;
            Color fill = new((byte)(153 + light), (byte)(76 + light), (byte)(127 + light));
            Color edge = new((byte)(102 + light), (byte)(51 + light), (byte)(76 + light));
            PolygonShape shape = (PolygonShape)(i % 2 == 0 ? WalkerShapes.Upper : WalkerShapes.Lower).Shape;
            DrawShape(simulation.Limb(i).Transform, shape.Vertices, fill, edge);
        }

        PolygonShape hull = (PolygonShape)WalkerShapes.Hull.Shape;
        DrawShape(simulation.Hull.Transform, hull.Vertices, HullFill, HullEdge);
    }

    private void DrawShape(in Transform frame, ReadOnlySpan<Vec2> vertices, Color fill, Color edge)
    {
        int count = 0;
        foreach (Vec2 vertex in vertices)
        {
            Vec2 point = frame * vertex;
            corners[count++] = new Point(point.X, point.Y);
        }

        canvas.FillPolygon(corners.AsSpan(0, count), fill);
        canvas.DrawPolygon(corners.AsSpan(0, count), new Pen(edge, Outline));
    }

    private void DrawFlag()
    {
        const double X = Step * 3;
        const double Pixel = 1 / WalkerScale.Scale;
        const double Bottom = WalkerScale.TerrainHeight;
        const double Top = Bottom + (50 * Pixel);
        Span<Point> flag = [(X, Top), (X, Top - (10 * Pixel)), (X + (25 * Pixel), Top - (5 * Pixel))];
        canvas.DrawLine(X, Bottom, X, Top, new Pen(Color.Black, Outline));
        canvas.FillPolygon(flag, FlagColor);
        canvas.DrawPolygon(flag, new Pen(Color.Black, Outline));
    }
}
