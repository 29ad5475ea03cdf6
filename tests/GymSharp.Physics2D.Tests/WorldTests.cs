namespace GymSharp.Physics2D;

public sealed class WorldTests
{
    [Fact]
    public void A_body_falls_as_semi_implicit_Euler_has_it()
    {
        (World world, Body ball) = Piles.Ball(height: 100);
        float v = 0;
        float y = 100;
        for (int i = 0; i < 30; i++)
        {
            world.Step(0.02f, 8, 3);
            v += 0.02f * -10;
            y += 0.02f * v;
            Assert.Equal(v, ball.LinearVelocity.Y);
            Assert.Equal(y, ball.Position.Y);
        }
    }

    [Fact]
    public void A_ball_comes_to_rest_on_the_floor_and_falls_asleep()
    {
        (World world, Body ball) = Piles.Ball();
        Piles.Run(world, 300);
        Assert.False(ball.IsAwake);
        Assert.Equal(0.5f, ball.Position.Y, 0.02f);
        ball.ApplyLinearImpulse(new(0, 5), ball.WorldCenter);
        Assert.True(ball.IsAwake);
    }

    [Fact]
    public void A_sleeping_body_ignores_forces_that_do_not_wake_it()
    {
        (World world, Body ball) = Piles.Ball();
        Piles.Run(world, 300);
        ball.ApplyForceToCenter(new(100, 0), wake: false);
        Piles.Run(world, 1);
        Assert.False(ball.IsAwake);
        Assert.Equal(Vec2.Zero, ball.LinearVelocity);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Fast_bodies_do_not_pass_through_thin_walls_unless_continuous_physics_is_off(bool continuous)
    {
        World world = new(Vec2.Zero) { ContinuousPhysics = continuous };
        world.CreateBody(new BodyDescription { Position = new(5, 0) }).CreateFixture(PolygonShape.Box(0.01f, 5));
        Body bullet = world.CreateBody(new BodyDescription { Type = BodyType.Dynamic, LinearVelocity = new(110, 0) });
        bullet.CreateFixture(new CircleShape(0.05f), density: 1);
        Piles.Run(world, 30);
        Assert.Equal(continuous, bullet.Position.X < 5);
    }

    [Fact]
    public void Only_bullets_are_stopped_by_bodies_that_move_freely()
    {
        Assert.True(HitsFreeWall(bullet: true));
        Assert.False(HitsFreeWall(bullet: false));
    }

    [Fact]
    public void A_bouncing_ball_keeps_its_restitution()
    {
        (World world, Body ball) = Piles.Ball(height: 3, restitution: 0.5f);
        float fastest = 0;
        float rebound = 0;
        for (int i = 0; i < 120 && rebound == 0; i++)
        {
            Piles.Run(world, 1);
            fastest = Math.Min(fastest, ball.LinearVelocity.Y);
            rebound = Math.Max(rebound, ball.LinearVelocity.Y);
        }

        Assert.Equal(-0.5f * fastest, rebound, 0.2f);
    }

    [Fact]
    public void A_ray_finds_the_nearest_fixture_where_its_surface_is()
    {
        (World world, Body ball) = Piles.Ball(height: 3);
        NearestHit nearest = new();
        world.RayCast(ref nearest, new(0, 10), new(0, -10));
        Assert.Same(ball, nearest.Fixture!.Body);
        Assert.Equal(3.5f, nearest.Point.Y, 1e-5f);
        Assert.Equal(new(0, 1), nearest.Normal);
        Assert.Equal(6.5f / 20, nearest.Fraction, 1e-5f);
    }

    [Fact]
    public void A_box_finds_what_overlaps_it()
    {
        (World world, _) = Piles.Ball(height: 3);
        Counter counter = new();
        world.Query(ref counter, new(new(-1, 2), new(1, 4)));
        Assert.Equal(1, counter.Count);
        world.Query(ref counter, new(new(10, 2), new(11, 4)));
        Assert.Equal(1, counter.Count);
    }

    [Fact]
    public void Ids_find_bodies_and_joints_until_they_are_destroyed()
    {
        World world = Piles.HingedBoxes();
        Joint joint = world.Joints.First();
        Body body = joint.BodyB;
        Assert.Same(body, world.GetBody(body.Id));
        Assert.Same(joint, world.GetJoint(joint.Id));
        int bodies = world.BodyCount;
        world.DestroyBody(body);
        Assert.Equal(bodies - 1, world.BodyCount);
        Assert.Throws<KeyNotFoundException>(() => world.GetJoint(joint.Id));
        Assert.Throws<ArgumentException>(() => world.DestroyBody(body));
    }

    private static bool HitsFreeWall(bool bullet)
    {
        World world = new(Vec2.Zero);
        Body wall = world.CreateBody(new BodyDescription { Type = BodyType.Dynamic, Position = new(5, 0) });
        wall.CreateFixture(PolygonShape.Box(0.01f, 5), density: 100);
        Body body = world.CreateBody(new BodyDescription
        {
            Type = BodyType.Dynamic,
            LinearVelocity = new(110, 0),
            IsBullet = bullet,
        });
        body.CreateFixture(new CircleShape(0.05f), density: 1);
        Piles.Run(world, 30);
        return body.Position.X < 5;
    }

    private struct Counter : IQueryVisitor
    {
        public int Count;

        public bool Report(Fixture fixture)
        {
            Count++;
            return true;
        }
    }
}
