using FsCheck;
using FsCheck.Fluent;
using GymSharp.Spaces;
using GymSharp.Wrappers;

namespace GymSharp.Tests.Wrappers;

/// <summary>What holds for every bound, stack and action.</summary>
public sealed class WrapperPropertyTests
{
    [Fact]
    public void RescaleAction_maps_bounds_to_bounds() => Prop.ForAll(Bounds(), Bounds(), (outer, inner) =>
    {
        List<float[]> taken = [];
        Env<float[], float[]> env = Recorder(new Box<float>(inner.Low, inner.High, 1), taken).RescaleAction(outer.Low, outer.High);
        env.Reset();
        env.Step([outer.Low]);
        env.Step([outer.High]);
        float width = inner.High - inner.Low;
        return Math.Abs(taken[0][0] - inner.Low) <= 1e-5f * (width + Math.Abs(inner.Low) + Math.Abs(inner.High))
            && Math.Abs(taken[1][0] - inner.High) <= 1e-5f * (width + Math.Abs(inner.Low) + Math.Abs(inner.High));
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void RescaleAction_is_exact_where_bounds_are_powers_of_two()
    {
        List<float[]> taken = [];
        Env<float[], float[]> env = Recorder(new Box<float>(-4.0f, 4.0f, 1), taken).RescaleAction(-1.0, 1.0);
        env.Reset();
        foreach (float action in (float[])[-1.0f, -0.5f, 0.0f, 0.25f, 1.0f])
        {
            env.Step([action]);
            Assert.Equal(action * 4.0f, taken[^1][0]);
        }
    }

    [Fact]
    public void Clipped_actions_lie_in_the_action_space() => Prop.ForAll<float>(value =>
    {
        List<float[]> taken = [];
        Box<float> space = new(-1.0f, 0.5f, 1);
        Env<float[], float[]> env = Recorder(space, taken).ClipAction();
        env.Reset();
        env.Step([value]);
        return float.IsNaN(value) || (space.Contains(taken[0]) && (!space.Contains([value]) || taken[0][0] == value));
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void The_last_of_a_stack_is_the_newest_and_the_others_were_before() => Prop.ForAll(
        Gen.Choose(1, 6).ToArbitrary(), Gen.Choose(1, 12).ToArbitrary(), (size, steps) =>
        {
            Env<float[], int> env = Scripts.Vector(new Discrete(2), 2, 12).FrameStackObservation(size);
            float[] stacked = env.Reset().Observation;
            List<float> seen = [.. Enumerable.Repeat(0.0f, size)];
            for (int i = 0; i < steps; i++)
            {
                stacked = env.Step(0).Observation;
                seen.Add(i + 1);
            }

            return stacked.Where((_, i) => i % 3 == 0).SequenceEqual(seen.TakeLast(size));
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void A_value_lies_within_its_bin() => Prop.ForAll(Gen.Choose(1, 9).ToArbitrary(), Bounds(), (bins, bounds) =>
    {
        Box<float> space = new(bounds.Low, bounds.High, 1);
        space.Seed((ulong)bins);
        float[] value = space.Sample();
        DiscretizeObservation<float, int> env = new(
            new ScriptedEnv<float[], int>(space, new Discrete(2), [new(value) { IsReset = true }]), bins);
        (float[] low, float[] high) = env.RevertObservation(env.Reset().Observation);
        return low[0] <= value[0] && value[0] <= high[0];
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void Discretized_actions_revert_to_themselves() => Prop.ForAll(Gen.Choose(1, 20).ToArbitrary(), bins =>
    {
        List<float[]> taken = [];
        DiscretizeAction<float[], float> env = Recorder(new Box<float>(-2.0f, 3.0f, 1), taken).DiscretizeAction(bins);
        env.Reset();
        for (int bin = 0; bin < bins; bin++)
        {
            env.Step(bin);
            Assert.Equal(bin, env.RevertAction(taken[^1]));
        }
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void Statistics_are_those_of_all_observations()
    {
        NormalizeObservation<double, int> env = new(new ScriptedEnv<double[], int>(
            new Box<double>(-10.0, 10.0, 1), new Discrete(2), Scripts.Results(1, 40, k => new[] { Math.Sin(k) })));
        env.Reset();
        for (int i = 0; i < 40; i++)
        {
            env.Step(0);
        }

        double[] values = [.. Enumerable.Range(0, 41).Select(k => Math.Sin(k))];
        double mean = values.Average();
        Assert.Equal(mean, env.Mean[0], 1e-4);
        Assert.Equal(values.Average(x => (x - mean) * (x - mean)), env.Variance[0], 1e-4);
        Assert.Equal(41.0001, env.Count, 1e-9);
    }

    [Fact]
    public void Statistics_can_be_taken_over_and_frozen()
    {
        NormalizeObservation<float, int> trained = Scripts.Vector(new Discrete(2)).NormalizeObservation();
        trained.Reset();
        trained.Step(0);
        NormalizeObservation<float, int> evaluated = Scripts.Vector(new Discrete(2)).NormalizeObservation();
        evaluated.CopyStatisticsFrom(trained);
        evaluated.UpdateRunningMean = false;
        evaluated.Reset();
        Assert.Equal(trained.Mean, evaluated.Mean);
        Assert.Equal(trained.Count, evaluated.Count);
        Assert.Throws<ArgumentException>(() => trained.CopyStatisticsFrom(
            Scripts.Vector(new Discrete(2), observations: Scripts.CartPoleSpace).NormalizeObservation()));
    }

    [Fact]
    public void Sticky_actions_repeat_about_as_often_as_asked()
    {
        List<int> taken = [];
        Env<float[], int> env = Scripts.Vector(new Discrete(1000), 1, 4000)
            .TransformAction((int action) => { taken.Add(action); return action; }, new Discrete(5000)).StickyAction(0.25);
        env.Reset(seed: 3);
        for (int i = 0; i < 4000; i++)
        {
            env.Step(i);
        }

        int repeated = taken.Where((action, i) => action != i).Count();
        Assert.InRange(repeated, 900, 1100);
        Assert.Equal(0, taken[0]);
    }

    private static Arbitrary<(float Low, float High)> Bounds() =>
        (from low in Gen.Choose(-1000, 1000)
         from width in Gen.Choose(1, 1000)
         select ((float)low / 8.0f, (float)(low + width) / 8.0f)).ToArbitrary();

    private static TransformAction<float[], float[], float[]> Recorder(Box<float> actions, List<float[]> taken) =>
        new ScriptedEnv<float[], float[]>(Scripts.Unit, actions, Scripts.Results(1, 30, _ => new float[3])).TransformAction(action =>
        {
            taken.Add((float[])action.Clone());
            return action;
        });
}
