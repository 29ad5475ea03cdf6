namespace GymSharp.Physics2D;

/// <summary>Worlds at random, far from what the engine is tuned for: finite numbers or a clear error, and always an end.</summary>
public sealed class FuzzTests
{
    private const int Steps = 120;

    public static TheoryData<int> Seeds => [.. Enumerable.Range(0, 40)];

    [Theory]
    [MemberData(nameof(Seeds))]
    public void Random_worlds_stay_finite_or_say_why_not(int seed)
    {
        RandomWorld random = new(seed);
        for (int i = 0; i < Steps; i++)
        {
            try
            {
                random.ChangeSomething();
                random.World.Step(1.0f / 60.0f, 8, 3);
            }
            catch (InvalidOperationException error)
            {
                Assert.Contains("infinite", error.Message, StringComparison.Ordinal);
                break;
            }
            finally
            {
                AssertFinite(random.World);
            }
        }

        AssertFinite(World.Load(random.World.Save()));
    }

    [Fact]
    public void Most_random_worlds_live_to_the_end()
    {
        int alive = 0;
        for (int seed = 0; seed < 40; seed++)
        {
            RandomWorld random = new(1000 + seed);
            try
            {
                for (int i = 0; i < Steps; i++)
                {
                    random.ChangeSomething();
                    random.World.Step(1.0f / 60.0f, 8, 3);
                }

                alive++;
            }
            catch (InvalidOperationException error)
            {
                Assert.Contains("infinite", error.Message, StringComparison.Ordinal);
            }
        }

        Assert.True(alive >= 30, $"{alive} of 40");
    }

    private static void AssertFinite(World world)
    {
        foreach (Body body in world.Bodies)
        {
            Assert.True(
                body.Position.IsFinite && float.IsFinite(body.Angle) && body.LinearVelocity.IsFinite
                    && float.IsFinite(body.AngularVelocity),
                $"Body {body.Id} is at {body.Position}.");
        }
    }
}
