using GymSharp.Spaces;
using GymSharp.Vector;

namespace GymSharp.Learning.Training;

/// <summary>Wrappers of a run, as the command line and run.json write them.</summary>
public sealed class WrapperTextTests
{
    [Fact]
    public void A_name_with_arguments_becomes_a_wrapper()
    {
        using Env env = WrapperText.Parse("FrameStackObservation:stack_size=3, padding_type=zero").Apply(Gym.Make("CartPole-v1"));
        Assert.Equal([3, 4], env.ObservationSpace.Shape!);
        using Env bounded = WrapperText.Parse("RescaleAction:min_action=[-2],max_action=[2]").Apply(Gym.Make("Pendulum-v1"));
        Assert.Equal(2f, ((Box<float>)bounded.ActionSpace).High[0]);
    }

    [Theory]
    [InlineData("FrameStak:stack_size=3", "There is no wrapper 'FrameStak'")]
    [InlineData("FrameStackObservation:3", "'3' where name=value was expected")]
    [InlineData("FrameStackObservation:=3", "where name=value was expected")]
    public void What_is_not_understood_is_refused(string text, string message) => Assert.Contains(
        message, Assert.Throws<ArgumentException>(() => WrapperText.Parse(text)).Message, StringComparison.Ordinal);

    [Fact]
    public void A_run_wraps_its_environments_and_remembers_how()
    {
        RunPlan plan = Plan("ppo", "RepeatAction:num_repeats=2", "FrameStackObservation:stack_size=3", "ClipReward:max_reward=0.5");
        Assert.Equal(3, plan.Description.Wrappers.Count);
        Assert.Equal(plan.Description.Wrappers, Runs.RunDescription.FromJson(plan.Description.ToJson()).Wrappers);

        using VectorEnv envs = plan.MakeVectorEnv(2, 1);
        Assert.Equal([3, 4], envs.SingleObservationSpace.Shape!);
        using Env evaluated = plan.MakeEnv(RenderMode.None);
        evaluated.ResetValue(1);
        Assert.Equal(2.0, evaluated.StepValue(0).Reward);
    }

    [Fact]
    public void Wrappers_that_hide_the_true_return_are_for_training_alone()
    {
        RunPlan plan = Plan("q-learning", "IdleLimit:max_idle_steps=3", "ClipReward:max_reward=-0.5");
        Env inner = plan.MakeEnv(RenderMode.None);
        for (Env? env = inner; env is not null; env = env.Inner)
        {
            Assert.False(env.GetType().Name.StartsWith("IdleLimit", StringComparison.Ordinal));
            Assert.False(env.GetType().Name.StartsWith("ClipReward", StringComparison.Ordinal));
        }

        inner.Dispose();
    }

    [Fact]
    public void Without_a_word_the_tuned_wrappers_are_taken()
    {
        TrainingRequest request = new() { Algorithm = "ppo", Environment = "CarRacing-v3", RunDirectory = "unused" };
        Assert.Contains(
            "RepeatAction:num_repeats=8", RunPlan.Start(request, TimeProvider.System).Description.Wrappers);
        Assert.Empty(RunPlan.Start(request with { Wrappers = [] }, TimeProvider.System).Description.Wrappers);
    }

    [Fact]
    public void Rewards_are_scaled_by_themselves_when_asked_for()
    {
        using Views.TrainingEnv view = new(Gym.MakeVec(
            "Pendulum-v1", 2, new MakeVecOptions { Autoreset = AutoresetMode.SameStep, Mode = VectorizationMode.Sync }));
        view.Normalize(0.9, observations: false);
        view.Reset(1);
        view.Step([0, 0]);
        Assert.Null(view.ObservationNormalizer);
        using Views.TrainingEnv raw = new(Gym.MakeVec(
            "Pendulum-v1", 2, new MakeVecOptions { Autoreset = AutoresetMode.SameStep, Mode = VectorizationMode.Sync }));
        raw.Reset(1);
        raw.Step([0, 0]);
        Assert.Equal(raw.Observations, view.Observations);
        Assert.NotEqual(raw.Rewards[0], view.Rewards[0]);
    }

    private static RunPlan Plan(string algorithm, params string[] wrappers) => RunPlan.Start(
        new TrainingRequest
        {
            Algorithm = algorithm,
            Environment = algorithm == "ppo" ? "CartPole-v1" : "FrozenLake-v1",
            RunDirectory = "unused",
            Wrappers = wrappers,
        },
        TimeProvider.System);
}
