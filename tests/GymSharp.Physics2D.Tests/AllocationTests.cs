namespace GymSharp.Physics2D;

public sealed class AllocationTests
{
    [Fact]
    public void Steps_allocate_nothing_once_warm()
    {
        World world = Piles.HingedBoxes();
        world.AllowSleep = false;
        Piles.Run(world, 400);
        Assert.Equal(0, Allocations.Of(() => Piles.Run(world, 200)));
    }

    [Fact]
    public void Particles_that_come_and_go_allocate_nothing_once_warm()
    {
        (World world, _) = Piles.Ball();
        CircleShape shape = new(0.1f);
        Queue<Body> particles = new(8);
        void Spray(int steps)
        {
            for (int i = 0; i < steps; i++)
            {
                Body particle = world.CreateBody(new BodyDescription
                {
                    Type = BodyType.Dynamic,
                    Position = new(i % 5, 1 + (i % 3)),
                });
                particle.CreateFixture(new FixtureDescription(shape) { Density = 1 });
                particles.Enqueue(particle);
                if (particles.Count > 6)
                {
                    world.DestroyBody(particles.Dequeue());
                }

                world.Step(0.02f, 8, 3);
            }
        }

        Spray(300);
        Assert.Equal(0, Allocations.Of(() => Spray(200)));
    }

    [Fact]
    public void Rays_allocate_nothing()
    {
        (World world, _) = Piles.Ball();
        Piles.Run(world, 1);
        void Cast()
        {
            for (int i = 0; i < 100; i++)
            {
                NearestHit nearest = new();
                world.RayCast(ref nearest, new(0.01f * i, 10), new(0.01f * i, -10));
            }
        }

        Cast();
        Assert.Equal(0, Allocations.Of(Cast));
    }
}
