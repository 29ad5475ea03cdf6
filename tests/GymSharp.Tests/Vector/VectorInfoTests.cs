using GymSharp.Spaces;
using GymSharp.Vector.Wrappers;

namespace GymSharp.Vector;

public sealed class VectorInfoTests
{
    [Fact]
    public void The_first_environment_that_supplies_a_key_decides_its_element_type()
    {
        using VectorEnv envs = Make();
        Info info = envs.ResetValue().Info;
        Assert.Equal(new long[] { 1, 0, 0 }, info.Get<long[]>("weight"));
        Assert.Equal([true, true, true], info.Get<bool[]>("_weight"));
    }

    [Fact]
    public void Infos_are_batched_with_masks_and_split_again()
    {
        using DictInfoToList<DictValue, float> envs = new((VectorEnv<DictValue, float>)Make());
        envs.ResetValue();
        Info info = envs.StepValue(new float[6]).Info;

        Assert.Equal(["name", "_name", "inner", "_inner", "only", "_only"], info.Keys);
        Assert.Equal(["env 0", "env 1", "env 2"], info.Get<object?[]>("name"));
        Assert.Equal(new long[] { 1, 1, 1 }, info.Get<Info>("inner").Get<long[]>("step"));
        Assert.Equal(new short[] { 0, 0, 4, 5, 0, 0 }, info.Get<short[]>("only"));
        Assert.Equal([false, true, false], info.Get<bool[]>("_only"));

        IReadOnlyList<Info> list = envs.Infos();
        Assert.Equal(["name", "inner"], list[0].Keys);
        Assert.Equal(new short[] { 4, 5 }, list[1].Get<short[]>("only"));
        Assert.Equal("env 2", list[2]["name"]);
        Assert.Equal(1L, list[2].Get<Info>("inner")["step"]);
        Assert.Equal("env 2", envs.InfoAt(2)["name"]);
    }

    [Fact]
    public void Infos_that_do_not_fit_each_other_are_refused_by_name()
    {
        Assert.Contains("'sizes'", Fails("sizes", new double[2], new double[3]));
        Assert.Contains("'nested'", Fails("nested", Info.Of("a", 1), 3));
        Assert.Contains("'number'", Fails("number", 1, "text"));
        Assert.Contains("'number'", Fails("number", 1, Info.Empty));
        static string Fails(string key, object first, object second)
        {
            Env Tell(object value) => new GymSharp.Wrappers.TimeLimit<float[], int>(
                new TellingEnv(Info.Of(key, value)), 9);
            using VectorEnv envs = ParallelVectorEnv.Create([Tell(first), Tell(second)]);
            return Assert.Throws<InvalidOperationException>(() => envs.ResetValue()).Message;
        }
    }

    [Fact]
    public void Dict_observations_are_batched_entry_by_entry()
    {
        using VectorEnv envs = Make(AutoresetMode.SameStep);
        DictValue first = (DictValue)envs.ResetValue().Observations;
        Assert.Equal(new long[] { 0, 10, 20 }, first["choice"]);
        VectorStep<object> step = default;
        for (int t = 0; t < 3; t++)
        {
            step = envs.StepValue(new float[] { 0.5f, 0.25f, 0, 0, -1, 1 });
        }

        Assert.Equal([0.75, 0, 0], step.Rewards);
        Assert.Equal(new long[] { 0, 10, 20 }, ((DictValue)step.Observations)["choice"]);
        object?[] finals = step.Info.Get<object?[]>("final_obs");
        Assert.Equal(13, ((DictValue)finals[1]!)["choice"]);
        Assert.Equal(new[] { -1f, 1f }, ((DictValue)finals[2]!)["place"]);
        Assert.Equal(["env 0", "env 1", "env 2"], step.Info.Get<Info>("final_info").Get<object?[]>("name"));
    }

    [Fact]
    public void Filtering_keeps_the_chosen_entries()
    {
        using FilterObservation<DictValue, float> envs = new((VectorEnv<DictValue, float>)Make(), ["place"]);
        DictValue first = (DictValue)envs.ResetValue().Observations;
        Assert.Equal(["place"], first.Keys);
        Assert.Equal(new float[6], first["place"]);
        Assert.Equal("Dict('place': Box(-9.0, 9.0, (2,), float32))", envs.SingleObservationSpace.ToString());
    }

    [Fact]
    public void Flattening_makes_choices_one_hot()
    {
        using FlattenObservation<double, float, DictValue> envs = new((VectorEnv<DictValue, float>)Make());
        Assert.Equal(52, envs.ObservationSize);
        double[] first = (double[])envs.ResetValue().Observations;
        Assert.Equal(new[] { 0, 52 + 10, 104 + 20 }, Enumerable.Range(0, first.Length).Where(i => first[i] == 1));
    }

    private sealed class TellingEnv(Info info) : GymSharp.Wrappers.Wrapper<float[], int>(new WalkEnv())
    {
        protected override (float[] Observation, Info Info) OnReset(ulong? seed, ResetOptions options) =>
            (Wrapped.Reset(seed, options).Observation, info);
    }

    private static VectorEnv Make(AutoresetMode mode = AutoresetMode.NextStep) =>
        ParallelVectorEnv.Create([new MixedEnv(0), new MixedEnv(1), new MixedEnv(2)], mode, workers: 2);
}
