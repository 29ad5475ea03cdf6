namespace GymSharp.Physics2D;

public sealed class ShapeTests
{
    [Fact]
    public void A_polygon_is_the_convex_hull_of_its_points_anticlockwise_from_the_right()
    {
        PolygonShape shape = new([new(0, 0), new(1, 1), new(1, 0), new(0.5f, 0.5f), new(0, 1)]);
        Assert.Equal([new(1, 0), new(1, 1), new(0, 1), new(0, 0)], shape.Vertices.ToArray());
        Assert.Equal([new(1, 0), new(0, 1), new(-1, 0), new(0, -1)], shape.Normals.ToArray());
        Assert.Equal(0.5f, shape.Centroid.X, 1e-6f);
    }

    [Fact]
    public void Mass_of_box_and_circle_is_that_of_the_formulas()
    {
        MassData box = PolygonShape.Box(1, 2, new(3, 4), 0).ComputeMass(5);
        Assert.Equal(40, box.Mass, 1e-4f);
        Assert.Equal(3, box.Center.X, 1e-5f);
        Assert.Equal((40 * (4 + 16) / 12.0f) + (40 * 25), box.Inertia, 1e-1f);
        MassData circle = new CircleShape(2, new(1, 0)).ComputeMass(3);
        Assert.Equal(3 * MathF.PI * 4, circle.Mass, 1e-4f);
        Assert.Equal(circle.Mass * (2 + 1), circle.Inertia, 1e-3f);
    }

    [Fact]
    public void A_body_has_the_mass_of_its_fixtures_about_their_common_center()
    {
        World world = new(Vec2.Zero);
        Body body = world.CreateBody(new BodyDescription { Type = BodyType.Dynamic });
        body.CreateFixture(PolygonShape.Box(0.5f, 0.5f, new(-1, 0), 0), density: 1);
        Fixture right = body.CreateFixture(PolygonShape.Box(0.5f, 0.5f, new(1, 0), 0), density: 3);
        Assert.Equal(4, body.Mass, 1e-5f);
        Assert.Equal(0.5f, body.LocalCenter.X, 1e-5f);
        body.DestroyFixture(right);
        Assert.Equal(1, body.Mass, 1e-5f);
        Assert.Equal(-1, body.LocalCenter.X, 1e-5f);
    }

    public static TheoryData<string, Func<object>, string> Refused => new()
    {
        { "two points", () => new PolygonShape([new(0, 0), new(1, 0)]), "3 to 16" },
        { "seventeen", () => new PolygonShape(Circle(17)), "3 to 16" },
        { "a line", () => new PolygonShape([new(0, 0), new(1, 1), new(2, 2)]), "no inside" },
        { "one point", () => new PolygonShape([new(1, 1), new(1, 1), new(1, 1)]), "no inside" },
        { "a sliver", () => new PolygonShape([new(0, 0), new(1e-4f, 0), new(0, 1e-4f)]), "area" },
        { "nan", () => new PolygonShape([new(float.NaN, 0), new(1, 0), new(0, 1)]), "finite" },
        { "huge", () => new PolygonShape([new(1e20f, 0), new(1, 0), new(0, 1)]), "at most" },
        { "flat box", () => PolygonShape.Box(1, 0), "above 0" },
        { "nan box", () => PolygonShape.Box(1, 1, new(0, float.NaN), 0), "finite" },
        { "negative radius", () => new CircleShape(-1), "above 0" },
        { "infinite radius", () => new CircleShape(float.PositiveInfinity), "above 0" },
        { "no edge", () => new EdgeShape(new(1, 1), new(1, 1)), "different" },
        { "short chain", () => new ChainShape([new(1, 1)]), "at least 2" },
        { "close chain", () => new ChainShape([new(1, 1), new(1, 1.001f)]), "closer" },
        { "short loop", () => new ChainShape([new(1, 1), new(2, 1)], loop: true), "at least 3" },
    };

    [Theory]
    [MemberData(nameof(Refused), DisableDiscoveryEnumeration = true)]
    public void Shapes_that_cannot_be_are_refused(string name, Func<object> make, string message)
    {
        Assert.NotEmpty(name);
        Assert.Contains(message, Assert.Throws<ArgumentException>(make).Message, StringComparison.Ordinal);
    }

    private static Vec2[] Circle(int count) =>
        [.. Enumerable.Range(0, count).Select(i => new Vec2(MathF.Cos(i), MathF.Sin(i)))];
}
