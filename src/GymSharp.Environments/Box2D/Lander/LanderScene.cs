using GymSharp.Physics2D;
using GymSharp.Rendering;

namespace GymSharp.Environments.Box2D;

/// <summary>Draws the lander: a black sky over a white moon, flames, hull and legs, and the flags of the pad.</summary>
internal sealed class LanderScene
{
    private const double Outline = 1 / LanderScale.Scale;
    private static readonly Color Metal = new(128, 102, 230);
    private static readonly Color MetalEdge = new(77, 77, 128);
    private static readonly Color Flag = new(204, 204, 0);
    private readonly Canvas canvas = new(LanderScale.ViewportWidth, LanderScale.ViewportHeight, Color.White);
    private readonly Point[] corners = new Point[PhysicsConstants.MaximumPolygonVertices];

    /// <summary>Draws a moment.</summary>
    public Frame Draw(LanderSimulation simulation)
    {
        canvas.Clear(Color.White);
        canvas.ResetState();
        canvas.UseYUp();
        canvas.Scale(LanderScale.Scale);
        DrawSky(simulation.Terrain);
        foreach (LanderParticle particle in simulation.Particles.All)
        {
            DrawParticle(particle);
        }

        DrawPart(simulation.Hull, LanderShapes.Hull);
        for (int leg = 0; leg < LanderSimulation.Legs; leg++)
        {
            DrawPart(simulation.Leg(leg), LanderShapes.Leg);
        }

        DrawFlag(LanderTerrain.PadLeft);
        DrawFlag(LanderTerrain.PadRight);
        return canvas.ToFrame();
    }

    private void DrawSky(LanderTerrain terrain)
    {
        Span<Point> sky = stackalloc Point[LanderTerrain.Points + 2];
        for (int i = 0; i < LanderTerrain.Points; i++)
        {
            sky[i] = new Point(LanderTerrain.X(i), terrain.Heights[i]);
        }

        sky[^2] = new Point(LanderTerrain.Width, LanderTerrain.Height);
        sky[^1] = new Point(0, LanderTerrain.Height);
        canvas.FillPolygon(sky, Color.Black);
    }

    // From yellow-white through red to dark as it fades.
    private void DrawParticle(LanderParticle particle)
    {
        byte red = (byte)(Math.Clamp(0.15 + particle.Life, 0.2, 1) * 255);
        byte rest = (byte)(Math.Clamp(0.5 * particle.Life, 0.2, 1) * 255);
        Vec2 place = particle.Body.Position;
        canvas.FillCircle(place.X, place.Y, LanderShapes.Particle.Radius, new Color(red, rest, rest));
    }

    private void DrawPart(Body body, PolygonShape shape)
    {
        int count = 0;
        foreach (Vec2 vertex in shape.Vertices)
        {
            Vec2 point = body.WorldPoint(vertex);
            corners[count++] = new Point(point.X, point.Y);
        }

        canvas.FillPolygon(corners.AsSpan(0, count), Metal);
        canvas.DrawPolygon(corners.AsSpan(0, count), new Pen(MetalEdge, Outline));
    }

    private void DrawFlag(double x)
    {
        const double Top = LanderTerrain.PadHeight + (50 / LanderScale.Scale);
        canvas.DrawLine(x, LanderTerrain.PadHeight, x, Top, new Pen(Color.White, Outline));
        canvas.FillPolygon(
            [
                (x, Top), (x, Top - (10 / LanderScale.Scale)),
                (x + (25 / LanderScale.Scale), Top - (5 / LanderScale.Scale)),
            ],
            Flag);
    }
}
