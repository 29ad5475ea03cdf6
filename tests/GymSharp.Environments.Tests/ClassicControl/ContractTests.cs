using System.Text.Json.Nodes;
using GymSharp.Environments.ClassicControl;
using GymSharp.Golden;
using GymSharp.Registration;
using GymSharp.State;

namespace GymSharp.Environments.Tests.ClassicControl;

/// <summary>Refused input, steps after the end, saved states, reused memory.</summary>
public sealed class ContractTests
{
    public static TheoryData<string> Ids =>
        ["CartPole-v1", "MountainCar-v0", "MountainCarContinuous-v0", "Pendulum-v1", "Acrobot-v1"];

    [Theory]
    [InlineData("bad_bounds", 1.0, 0.0)]
    [InlineData("bad_bounds_type", "x", 1.0)]
    [InlineData("none_bound", null, 1.0)]
    public void Bad_reset_bounds_are_refused_in_Gymnasiums_words(string what, object? low, object? high)
    {
        JsonNode call = GoldenData.Load("envs/make_errors")["calls"]!.AsArray()
            .Single(call => call!["what"]!.GetValue<string>() == what)!;
        using Env<float[], int> env = Gym.Make<float[], int>("CartPole-v1");
        env.Reset(4);
        byte[] before = env.SaveState();
        ArgumentException error = Assert.Throws<ArgumentException>(
            () => env.Reset(5, new ResetOptions { ["low"] = low, ["high"] = high }));
        Assert.StartsWith(call["raised"]!["message"]!.GetValue<string>(), error.Message, StringComparison.Ordinal);
        Assert.Equal(before, env.SaveState());
    }

    [Theory]
    [MemberData(nameof(Ids))]
    public void Unusable_reset_options_change_nothing(string id)
    {
        using Env env = Gym.Make(id);
        env.ResetValue(4);
        byte[] before = env.SaveState();
        string name = id == "Pendulum-v1" ? "x_init" : "low";
        foreach (object? value in new object?[] { double.NaN, double.NegativeInfinity, "wide", null, new[] { 1.0 } })
        {
            Assert.Throws<ArgumentException>(() => env.ResetValue(1, new ResetOptions { [name] = value }));
            Assert.Equal(before, env.SaveState());
        }

        env.ResetValue(1, new ResetOptions { ["something_else"] = 3 });
    }

    [Fact]
    public void Reset_bounds_may_be_given_as_Python_would_convert_them()
    {
        using CartPoleEnv env = new();
        (float[] expected, _) = env.Reset(3, new ResetOptions { ["low"] = 0.0, ["high"] = 1.0 });
        Assert.Equal(expected, env.Reset(3, new ResetOptions { ["low"] = "0", ["high"] = true }).Observation);
        Assert.Equal(expected, env.Reset(3, new ResetOptions { ["low"] = 0, ["high"] = 1f }).Observation);
    }

    [Theory]
    [InlineData("CartPole-v1", 2, "Discrete(2)")]
    [InlineData("CartPole-v1", -1, "Discrete(2)")]
    [InlineData("MountainCar-v0", 3, "Discrete(3)")]
    [InlineData("MountainCar-v0", int.MinValue, "Discrete(3)")]
    [InlineData("Acrobot-v1", 3, "Discrete(3)")]
    [InlineData("Acrobot-v1", -1, "Discrete(3)")]
    public void Actions_outside_the_space_change_nothing(string id, int action, string space)
    {
        using Env<float[], int> env = Gym.Make<float[], int>(id);
        env.Reset(1);
        byte[] before = env.SaveState();
        InvalidActionException error = Assert.Throws<InvalidActionException>(() => env.Step(action));
        Assert.StartsWith($"The action {action} is not in {space}. Give 0", error.Message, StringComparison.Ordinal);
        Assert.Equal(before, env.SaveState());
    }

    [Theory]
    [InlineData("Pendulum-v1")]
    [InlineData("MountainCarContinuous-v0")]
    public void Continuous_actions_are_one_number_moved_to_the_bounds(string id)
    {
        using Env<float[], float[]> env = Gym.Make<float[], float[]>(id);
        env.Reset(1);
        byte[] before = env.SaveState();
        Assert.Contains("NaN", Assert.Throws<InvalidActionException>(() => env.Step([float.NaN])).Message, StringComparison.Ordinal);
        Assert.Contains("has 2 numbers", Assert.Throws<InvalidActionException>(() => env.Step([0, 0])).Message, StringComparison.Ordinal);
        Assert.Throws<InvalidActionException>(() => env.Step([]));
        Assert.Throws<ArgumentNullException>(() => env.Step(null!));
        Assert.Equal(before, env.SaveState());

        float bound = id == "Pendulum-v1" ? 2 : 1;
        float[] expected = env.Step([-bound]).Observation;
        foreach (float beyond in new[] { -3f, -1e30f, float.NegativeInfinity })
        {
            env.RestoreState(before);
            float[] actual = env.Step([beyond]).Observation;
            Assert.Equal(expected[^1], actual[^1], 1e-7f);
        }
    }

    [Fact]
    public void A_double_torque_that_is_not_a_number_is_refused()
    {
        using PendulumEnv env = new();
        Assert.Throws<ResetNeededException>(() => env.StepDouble(0));
        env.Reset(0);
        Assert.Throws<InvalidActionException>(() => env.StepDouble(double.NaN));
    }

    [Theory]
    [MemberData(nameof(Ids))]
    public void There_is_no_step_and_no_state_before_a_reset(string id)
    {
        using Env env = Gym.Make(id, new MakeOptions { DisableEnvChecker = true, RenderMode = RenderMode.RgbArray }).Unwrapped;
        object action = id is "Pendulum-v1" or "MountainCarContinuous-v0" ? new float[1] : 1;
        Assert.Throws<ResetNeededException>(() => env.StepValue(action));
        Assert.Null(((dynamic)env).State);
        Assert.Null(env.Render());
    }

    [Fact]
    public void Steps_after_the_fall_pay_nothing_and_warn_once()
    {
        List<string> warnings = [];
        using IDisposable capture = GymLog.Capture(warnings.Add);
        using Env<float[], int> env = Gym.Make<float[], int>("CartPole-v1");
        env.Reset(0);
        Step<float[]> step;
        do
        {
            step = env.Step(1);
            Assert.Equal(1, step.Reward);
        }
        while (!step.Terminated);

        for (int i = 0; i < 5; i++)
        {
            step = env.Step(1);
            Assert.True(step.Terminated);
            Assert.Equal(0, step.Reward);
        }

        Assert.Single(warnings);
        env.Reset();
        Assert.Equal(1, env.Step(1).Reward);
    }

    [Theory]
    [MemberData(nameof(Ids))]
    public void A_saved_environment_goes_on_as_it_would_have(string id)
    {
        using Env env = Gym.Make(id);
        using Env other = Gym.Make(id);
        env.ActionSpace.Seed(5);
        env.ResetValue(5);
        Run(env, env.ActionSpace, 37);
        byte[] saved = env.SaveState();
        Spaces.Space actions = env.ActionSpace.Clone();
        List<float[]> expected = Run(env, env.ActionSpace, 700);
        other.RestoreState(saved);
        Assert.Equal(expected, Run(other, actions, 700));
        Assert.Equal(env.SaveState(), other.SaveState());
        Assert.Throws<StateFormatException>(() => other.RestoreState(saved.AsSpan(0, saved.Length - 1)));
        Assert.Equal(env.SaveState(), other.SaveState());
    }

    [Theory]
    [MemberData(nameof(Ids))]
    public void Given_memory_is_filled_and_returned(string id)
    {
        using Env env = Gym.Make(id);
        if (env is Env<float[], int> discrete)
        {
            Reuse(discrete, 1);
        }
        else
        {
            Reuse((Env<float[], float[]>)env, [0.5f]);
        }
    }

    [Fact]
    public void An_unseeded_environment_draws_its_own_start()
    {
        using CartPoleEnv first = new();
        using CartPoleEnv second = new();
        Assert.NotEqual(first.Reset().Observation, second.Reset().Observation);
    }

    private static void Reuse<TAction>(Env<float[], TAction> env, TAction action)
        where TAction : notnull
    {
        int length = env.ObservationSpace.Shape![0];
        float[] memory = new float[length];
        Assert.Same(memory, env.Reset(3, null, memory).Observation);
        Assert.Equal(env.Reset(3).Observation, memory);
        Assert.Same(memory, env.Step(action, memory).Observation);
        Assert.NotSame(memory, env.Step(action).Observation);
        Assert.NotSame(memory, env.Step(action, new float[length + 1]).Observation);
        Assert.Equal(0, Allocations.Of(() => env.Step(action, memory)));
    }

    private static List<float[]> Run(Env env, Spaces.Space actions, int steps)
    {
        List<float[]> observations = [];
        for (int t = 0; t < steps; t++)
        {
            Step<object> step = env.StepValue(actions.SampleValue());
            observations.Add((float[])(step.Done ? env.ResetValue().Observation : step.Observation));
        }

        return observations;
    }
}
