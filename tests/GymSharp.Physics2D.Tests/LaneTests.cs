namespace GymSharp.Physics2D;

/// <summary>Worlds side by side end with the bits of worlds by themselves.</summary>
public sealed class LaneTests
{
    private const float Dt = 0.02f;

    [Theory]
    [InlineData(1, 1)]
    [InlineData(2, 2)]
    [InlineData(5, 2)]
    [InlineData(16, 1)]
    [InlineData(17, 2)]
    [InlineData(40, 2)]
    public void Vehicles_side_by_side_move_as_by_themselves(int count, int legs)
    {
        (HingedWorld Together, HingedWorld Alone)[] pairs =
            [.. Enumerable.Range(0, count).Select(seed => (new HingedWorld(seed, legs), new HingedWorld(seed, legs)))];
        AssertSame(pairs, 300, 60, 30);
    }

    [Fact]
    public void Vehicles_of_all_kinds_and_what_lies_about_go_together()
    {
        // Some have one leg and some three, some have boxes and balls that make islands of their own.
        (HingedWorld Together, HingedWorld Alone)[] pairs =
            [.. Enumerable.Range(0, 30).Select(seed => (Make(seed), Make(seed)))];
        AssertSame(pairs, 250, 40, 20);

        static HingedWorld Make(int seed) => new(100 + seed, 1 + (seed % 3), seed % 5);
    }

    [Theory]
    [InlineData(0, 0)]
    [InlineData(1, 1)]
    [InlineData(180, 60)]
    public void Any_number_of_iterations_is_done(int velocityIterations, int positionIterations)
    {
        (HingedWorld Together, HingedWorld Alone)[] pairs =
            [.. Enumerable.Range(0, 6).Select(seed => (new HingedWorld(seed, 2), new HingedWorld(seed, 2)))];
        AssertSame(pairs, 100, velocityIterations, positionIterations);
    }

    [Fact]
    public void Random_worlds_go_together_whatever_is_in_them()
    {
        RandomWorld[] together = [.. Enumerable.Range(0, 20).Select(seed => new RandomWorld(seed))];
        RandomWorld[] alone = [.. Enumerable.Range(0, 20).Select(seed => new RandomWorld(seed))];
        WorldLanes lanes = new();
        bool[] isOver = new bool[together.Length];
        int failures = 0;
        for (int step = 0; step < 80; step++)
        {
            int[] left = [.. Enumerable.Range(0, together.Length).Where(i => !isOver[i])];
            foreach (int i in left)
            {
                isOver[i] = !TryChange(together[i]) | !TryChange(alone[i]);
            }

            left = [.. left.Where(i => !isOver[i])];
            lanes.Step([.. left.Select(i => together[i].World)], 1.0f / 60, 8, 3);
            for (int i = 0; i < left.Length; i++)
            {
                Exception? expected = Record.Exception(() => alone[left[i]].World.Step(1.0f / 60, 8, 3));
                Assert.Equal(expected?.GetType(), lanes.FailureOf(i)?.GetType());
                isOver[left[i]] = expected is not null;
                failures += expected is null ? 0 : 1;
                Assert.Equal(alone[left[i]].World.StateHash(), together[left[i]].World.StateHash());
            }
        }

        Assert.True(failures < together.Length, "every world failed");
    }

    [Fact]
    public void A_world_that_fails_holds_up_no_other()
    {
        HingedWorld[] worlds = [.. Enumerable.Range(0, 4).Select(seed => new HingedWorld(seed, 2))];
        HingedWorld alone = new(3, 2);
        Body body = worlds[1].World.Bodies.First();
        for (int i = 0; i < 3; i++)
        {
            body.ApplyForce(new(float.MaxValue / 2, 0), new(0, 100));
        }

        WorldLanes lanes = new();
        lanes.Step([.. worlds.Select(world => world.World)], Dt, 20, 10);
        alone.World.Step(Dt, 20, 10);
        Assert.IsType<InvalidOperationException>(lanes.FailureOf(1));
        Assert.All([0, 2, 3], i => Assert.Null(lanes.FailureOf(i)));
        Assert.Equal(alone.World.StateHash(), worlds[3].World.StateHash());

        // None is locked, the one that failed neither.
        Assert.All(worlds, world => world.World.CreateBody(new BodyDescription()));
    }

    [Fact]
    public void A_world_that_is_given_twice_is_stepped_once()
    {
        HingedWorld once = new(5, 2);
        HingedWorld twice = new(5, 2);
        WorldLanes lanes = new();
        lanes.Step([twice.World, twice.World], Dt, 20, 10);
        once.World.Step(Dt, 20, 10);
        Assert.IsType<InvalidOperationException>(lanes.FailureOf(1));
        Assert.Throws<ArgumentOutOfRangeException>(() => lanes.FailureOf(2));
        Assert.Equal(once.World.StateHash(), twice.World.StateHash());
    }

    [Fact]
    public void A_loaded_world_goes_on_side_by_side_as_the_one_that_was_saved()
    {
        HingedWorld[] worlds = [.. Enumerable.Range(0, 6).Select(seed => new HingedWorld(seed, 2))];
        WorldLanes lanes = new();
        World[] all = [.. worlds.Select(world => world.World)];
        Run(all, 120);
        World[] loaded = [.. all.Select(world => World.Load(world.Save()))];
        Run(all, 60);
        Run(loaded, 60);
        Assert.Equal(all.Select(world => world.StateHash()), loaded.Select(world => world.StateHash()));

        void Run(World[] which, int steps)
        {
            for (int i = 0; i < steps; i++)
            {
                lanes.Step(which, Dt, 30, 10);
            }
        }
    }

    [Fact]
    public void Steps_side_by_side_allocate_nothing_once_warm()
    {
        World[] worlds = [.. Enumerable.Range(0, 20).Select(seed => new HingedWorld(seed, 2).World)];
        Array.ForEach(worlds, world => world.AllowSleep = false);
        WorldLanes lanes = new();

        // Until the vehicles lie where they fell, new contacts take memory.
        Run(1500);
        Assert.Equal(0, Allocations.Of(() => Run(60)));
        Assert.All(worlds, world => Assert.True(world.ContactCount > 0));

        void Run(int steps)
        {
            for (int i = 0; i < steps; i++)
            {
                lanes.Step(worlds, Dt, 8, 3);
            }
        }
    }

    [Fact]
    public void Rays_from_one_point_get_as_far_as_rays_by_themselves()
    {
        const ushort Ground = 0x0001;
        int hits = 0;
        for (int seed = 0; seed < 20; seed++)
        {
            World world = new HingedWorld(seed, 2, 3).World;
            Vec2 from = new((seed % 7) - 3, 2);
            Vec2[] ends = [.. Enumerable.Range(0, 12).Select(i => from + 6 * new Vec2(MathF.Sin(i), -MathF.Cos(i)))];
            float[] fractions = new float[ends.Length];
            world.CastRays(from, ends, Ground, fractions);
            for (int i = 0; i < ends.Length; i++)
            {
                NearestOf nearest = new() { Categories = Ground, Fraction = 1 };
                world.RayCast(ref nearest, from, ends[i]);
                Assert.Equal(nearest.Fraction, fractions[i]);
                hits += nearest.Fraction < 1 ? 1 : 0;
            }
        }

        Assert.True(hits > 60, $"{hits} hits");
        Assert.Throws<ArgumentException>(
            () => new World(Vec2.Zero).CastRays(Vec2.Zero, [new Vec2(1, 0)], Ground, new float[2]));
        Assert.Throws<ArgumentException>(
            () => new World(Vec2.Zero).CastRays(Vec2.Zero, [Vec2.Zero], Ground, new float[1]));
    }

    private static bool TryChange(RandomWorld world)
    {
        try
        {
            world.ChangeSomething();
            return true;
        }
        catch (InvalidOperationException)
        {
            return false;
        }
    }

    private static void AssertSame(
        (HingedWorld Together, HingedWorld Alone)[] pairs, int steps, int velocityIterations, int positionIterations)
    {
        WorldLanes lanes = new();
        World[] worlds = [.. pairs.Select(pair => pair.Together.World)];
        int contacts = 0;
        for (int step = 0; step < steps; step++)
        {
            foreach ((HingedWorld together, HingedWorld alone) in pairs)
            {
                together.Drive();
                alone.Drive();
                alone.World.Step(Dt, velocityIterations, positionIterations);
            }

            lanes.Step(worlds, Dt, velocityIterations, positionIterations);
            for (int i = 0; i < pairs.Length; i++)
            {
                Assert.Null(lanes.FailureOf(i));
                Assert.True(
                    pairs[i].Alone.World.StateHash() == worlds[i].StateHash(), $"World {i} differs in step {step}.");
                contacts += worlds[i].ContactCount;
            }
        }

        // Impulses are not in the hash.
        Assert.All(pairs, pair => Assert.Equal(pair.Alone.World.Save(), pair.Together.World.Save()));
        Assert.True(contacts > 0, "nothing was touched");
    }

    private struct NearestOf : IRayCastVisitor
    {
        public ushort Categories;
        public float Fraction;

        public float Report(Fixture fixture, Vec2 point, Vec2 normal, float fraction)
        {
            if ((fixture.Filter.Categories & Categories) == 0)
            {
                return -1;
            }

            return Fraction = fraction;
        }
    }
}
