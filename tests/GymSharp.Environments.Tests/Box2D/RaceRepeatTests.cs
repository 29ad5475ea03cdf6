using System.Runtime.Intrinsics;
using GymSharp.Environments.Box2D;
using GymSharp.Wrappers;

namespace GymSharp.Environments.Tests.Box2D;

/// <summary>A race whose actions are held for several steps, of which the last alone is drawn.</summary>
public sealed class RaceRepeatTests
{
    private static readonly float[] Action = [0.3f, 0.5f, 0];

    [Theory]
    [InlineData(1000)]
    [InlineData(22)]
    public void Steps_that_nobody_sees_lead_to_the_same_pictures_rewards_and_ends(int limit)
    {
        using Env<byte[], float[]> repeated = new CarRacingEnv().TimeLimit(limit).RepeatAction(4);
        using Env<byte[], float[]> drawn = new CarRacingEnv().TimeLimit(limit);
        Assert.Equal(drawn.Reset(3).Observation, repeated.Reset(3).Observation);
        bool isOver = false;
        for (int i = 0; i < 15 && !isOver; i++)
        {
            double reward = 0;
            Step<byte[]> last = default;
            for (int k = 0; k < 4 && !last.Done; k++)
            {
                last = drawn.Step(Action);
                reward += last.Reward;
            }

            Step<byte[]> held = repeated.Step(Action);
            Assert.Equal(last.Observation, held.Observation);
            Assert.Equal((reward, last.Done), (held.Reward, held.Done));
            isOver = last.Done;
        }

        Assert.Equal(limit == 22, isOver);
    }

    [Fact]
    public void A_wrapper_that_keeps_observations_sees_them_all()
    {
        using Env<byte[], float[]> late = new CarRacingEnv().DelayObservation(2).RepeatAction(2);
        using CarRacingEnv plain = new();
        byte[] first = plain.Reset(1).Observation;
        late.Reset(1);
        Assert.Equal(first, late.Step(Action).Observation);
        plain.Step(Action);
        byte[] third = plain.Step(Action).Observation;
        Assert.Equal(third, late.Step(Action).Observation);
    }

    [Fact]
    public void A_film_sees_the_steps_in_between()
    {
        using RepeatAction<byte[], float[]> env = new CarRacingEnv().RepeatAction(3);
        int seen = 0;
        env.BetweenSteps = () => seen++;
        env.Reset(1);
        env.Step(Action);
        Assert.Equal(2, seen);
    }

    [Fact]
    public void There_is_nothing_to_observe_before_a_reset()
    {
        using CarRacingEnv env = new();
        Assert.Throws<ResetNeededException>(() => env.Observe(null));
    }

    [Fact]
    public void Products_are_the_same_with_and_without_instructions_of_one_processor()
    {
        foreach (int factor in new[] { 0, 1, 0x4000, 6291, 65535 })
        {
            for (int value = 0; value < 65536; value += 97)
            {
                Vector128<ushort> left = Vector128.Create((ushort)value);
                Vector128<ushort> right = Vector128.Create((ushort)factor);
                Assert.Equal((ushort)(((uint)value * (uint)factor) >> 16), Wide16.HighPortable(left, right)[7]);
                Assert.Equal(Wide16.HighPortable(left, right), Wide16.High(left, right));
                Assert.Equal(
                    Vector256.Create(Wide16.HighPortable(left, right)[0]),
                    Wide16.High(Vector256.Create((ushort)value), Vector256.Create((ushort)factor)));
            }
        }
    }

    [Fact]
    public void A_picture_of_another_size_shrinks_each_pixel_by_its_parts()
    {
        // 9 × 5 pixels to 4 × 2: blocks of 2¼ × 2½ pixels, too small for whole vectors.
        Sketch sketch = new(new ShrinkAxis(9, 4), new ShrinkAxis(5, 2));
        sketch.AddPlain([new(0, 0), new(8, 0), new(8, 4), new(0, 4)], BandSurface.Pack(40, 80, 120), isFlipped: false);
        sketch.AddPlain([new(0, 0), new(8, 0), new(4, 0)], BandSurface.Pack(200, 10, 0), isFlipped: false);
        byte[] rgb = new byte[4 * 2 * 3];
        sketch.Paint(rgb);
        Assert.All(Enumerable.Range(0, 4), x =>
        {
            // One of two and a half rows, the rest as it was; each division rounds down.
            Assert.InRange(rgb[3 * x], 101, 104);
            Assert.InRange(rgb[(3 * x) + 2], 69, 72);
            Assert.InRange(rgb[12 + (3 * x)], 38, 40);
        });
    }
}
