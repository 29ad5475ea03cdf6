using GymSharp.Golden;
using GymSharp.Spaces;
using GymSharp.Wrappers;

namespace GymSharp.Tests.Wrappers;

/// <summary>What Gymnasium refuses is refused here, with a message that says what was wrong.</summary>
public sealed class WrapperErrorTests
{
    // The recorded name, what does the same here, and words that the message must have.
    private static readonly Dictionary<string, (Action Act, string Words)> Cases = new(StringComparer.Ordinal)
    {
        ["ClipAction on Discrete"] = (() => ByName(Discrete(), "ClipAction"), "requires a Box space, got Discrete(2)"),
        ["RescaleAction on Discrete"] = (
            () => ByName(Discrete(), "RescaleAction", ("min_action", 0.0), ("max_action", 1.0)), "requires a Box space, got Discrete(2)"),
        ["RescaleAction equal bounds"] = (() => Pendulum().RescaleAction(1.0, 1.0), "must be strictly smaller"),
        ["RescaleAction reversed bounds"] = (() => Pendulum().RescaleAction(1.0, 0.0), "less than or equal"),
        ["RescaleObservation finite target for infinite bound"] = (
            () => CartPole().RescaleObservation(0.0, 1.0), "For unbounded components, the target bounds must match"),
        ["ClipReward without bounds"] = (() => CartPole().ClipReward(), "Both the minimum and the maximum"),
        ["ClipReward reversed"] = (() => CartPole().ClipReward(1.0, 0.0), "(1) must be smaller than the maximum reward (0)"),
        ["NormalizeObservation epsilon 0"] = (() => CartPole().NormalizeObservation(0.0), "strictly positive. Received 0"),
        ["NormalizeReward gamma 1.5"] = (() => CartPole().NormalizeReward(1.5), "in the interval [0, 1]. Received 1.5"),
        ["StickyAction probability 1"] = (() => CartPole().StickyAction(1.0), "in the interval [0, 1). Received 1"),
        ["StickyAction duration 0"] = (() => CartPole().StickyAction(0.5, 0), "Received (0, 0)"),
        ["StickyAction duration (3, 2)"] = (() => CartPole().StickyAction(0.5, 3, 2), "Received (3, 2)"),
        ["RepeatAction 0"] = (() => CartPole().RepeatAction(0), "equal or greater than one, actual value: 0"),
        ["MaxAndSkipObservation 1"] = (() => CartPole().MaxAndSkipObservation(1), "equal or greater than two, actual value: 1"),
        ["FrameStackObservation 0"] = (() => CartPole().FrameStackObservation(0), "greater than zero, actual value: 0"),
        ["FrameStackObservation bad padding"] = (
            () => ByName(CartPole(), "FrameStackObservation", ("stack_size", 3), ("padding_type", "nothing")), "Reset, Zero"),
        ["DelayObservation -1"] = (() => CartPole().DelayObservation(-1), "actual value: -1"),
        ["DiscretizeObservation infinite"] = (() => CartPole().DiscretizeObservation(3), "to be finite. Found"),
        ["DiscretizeObservation wrong bins"] = (() => Pendulum().DiscretizeObservation(3, 3), "expected 3 (or one number for all), got 2"),
        ["DiscretizeAction on Discrete"] = (
            () => ByName(Discrete(), "DiscretizeAction", ("bins", 3)), "requires a Box space, got Discrete(2)"),
        ["GrayscaleObservation on vector"] = (() => ByName(CartPole(), "GrayscaleObservation"), "requires images"),
        ["ResizeObservation on vector"] = (
            () => ByName(CartPole(), "ResizeObservation", ("shape", new[] { 3, 3 })), "requires images"),
        ["ReshapeObservation wrong size"] = (() => CartPole().ReshapeObservation(3, 2), "product of the new shape to match"),
        ["FilterObservation on Box"] = (
            () => ByName(CartPole(), "FilterObservation", ("filter_keys", new[] { "a" })), "only usable with Dict"),
        ["FilterObservation missing key"] = (() => Mixed().FilterObservation("zz"), "Filter keys: zz\nObservation keys: a, b\nMissing keys: zz"),
        ["TimeLimit 0"] = (() => CartPole().TimeLimit(0), "to be positive, actually: 0"),
        ["TimeAwareObservation without limit"] = (
            () => ByName(CartPole(), "TimeAwareObservation"), "must be wrapped by a TimeLimit wrapper"),
        ["AddRenderObservation without render mode"] = (
            () => Silent().AddRenderObservation(), "requires a render mode that gives pictures, got None"),
        ["AddWhiteNoise probability 1"] = (() => CartPole().AddWhiteNoise(1.0), "in the interval [0, 1). Received 1"),
        ["OrderEnforcing step before reset"] = (() => CartPole().OrderEnforcing().Step(0), "Cannot call env.Step() before calling env.Reset()"),
        ["OrderEnforcing render before reset"] = (
            () => CartPole().OrderEnforcing().Render(), "Cannot call env.Render() before calling env.Reset()"),
    };

    public static TheoryData<string> Recorded() =>
        [.. GoldenData.Load("wrappers/extras")["errors"]!.AsArray().Select(error => error!["what"]!.GetValue<string>())];

    [Theory]
    [MemberData(nameof(Recorded))]
    public void What_the_reference_refuses_is_refused(string what)
    {
        (Action act, string words) = Cases[what];
        Exception error = Record.Exception(act)!;
        Assert.True(error is ArgumentException or ResetNeededException, $"{error.GetType()}: {error.Message}");
        Assert.Contains(words, error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Pictures_and_vectors_are_told_apart()
    {
        Assert.Contains("3 channels", Fails(() => new PictureEnv([4, 4]).GrayscaleObservation()), StringComparison.Ordinal);
        Assert.Contains("2D or 3D", Fails(() => new PictureEnv([4]).ResizeObservation(2, 2)), StringComparison.Ordinal);
        Assert.Contains("greater than 0", Fails(() => new PictureEnv([4, 4]).ResizeObservation(0, 2)), StringComparison.Ordinal);
        Assert.Contains("one axis", Fails(() => new PictureEnv([4, 4]).DiscretizeObservation(3)), StringComparison.Ordinal);
        Assert.Contains(
            "one new bound for all elements or 3",
            Fails(() => Pendulum().RescaleObservation([0.0, 1.0], [2.0])),
            StringComparison.Ordinal);
    }

    [Fact]
    public void Bins_are_counted()
    {
        Assert.Contains("at least one bin", Fails(() => Pendulum().DiscretizeObservation(0)), StringComparison.Ordinal);
        Assert.Contains("fewer bins", Fails(() => Pendulum().DiscretizeObservation(2000)), StringComparison.Ordinal);
        Assert.Throws<InvalidActionException>(() => Started(Pendulum().DiscretizeAction(5)).Step(5));
        Assert.Throws<InvalidActionException>(() => Started(Pendulum().MultiDiscretizeAction(5)).Step([-1]));
        Assert.Throws<InvalidActionException>(() => Started(Pendulum().RescaleAction(0.0, 1.0)).Step([0.1f, 0.2f]));
        Assert.Throws<InvalidActionException>(() => Started(Pendulum().ClipAction()).Step([]));
    }

    [Fact]
    public void Unknown_names_and_arguments_are_refused_with_the_nearest()
    {
        Assert.Contains("Did you mean 'TimeLimit'?", Fails(() => ByName(CartPole(), "TimeLimitt")), StringComparison.Ordinal);
        Assert.Contains("'epsilon'", Fails(() => ByName(CartPole(), "NormalizeObservation", ("epsilom", 1.0))), StringComparison.Ordinal);
        Assert.Contains("'delay' is missing", Fails(() => ByName(CartPole(), "DelayObservation")), StringComparison.Ordinal);
        Assert.Contains(
            "RescaleObservation cannot be used with elements of bool",
            Fails(() => ByName(
                new ScriptedEnv<bool[], int>(new Box<bool>(false, true, 2), new Discrete(2), []),
                "RescaleObservation",
                ("min_obs", 0.0),
                ("max_obs", 1.0))),
            StringComparison.Ordinal);
    }

    [Fact]
    public void Flattening_names_the_element_type_it_gives()
    {
        ScriptedEnv<int, int> env = new(new Discrete(4), new Discrete(2), []);
        Assert.Contains(
            "Discrete(4) flattens to long[], not float[]",
            Fails(() => _ = new FlattenObservation<float, int, int>(env)),
            StringComparison.Ordinal);
    }

    [Fact]
    public void Statistics_under_a_name_that_is_taken_are_refused()
    {
        Env<float[], int> env = CartPole().RecordEpisodeStatistics().RecordEpisodeStatistics();
        env.Reset();
        for (int i = 0; i < 4; i++)
        {
            env.Step(0);
        }

        Assert.Throws<InvalidOperationException>(() => env.Step(0));
    }

    private static string Fails(Action act) => Assert.ThrowsAny<ArgumentException>(act).Message;

    private static Env<TObservation, TAction> Started<TObservation, TAction>(Env<TObservation, TAction> env)
        where TObservation : notnull
        where TAction : notnull
    {
        env.Reset();
        return env;
    }

    private static void ByName(Env env, string name, params (string Key, object? Value)[] arguments)
    {
        Registration.EnvArguments given = [];
        foreach ((string key, object? value) in arguments)
        {
            given[key] = value;
        }

        WrapperFactory.Apply(env, name, given);
    }

    private static ScriptedEnv<float[], int> CartPole() =>
        Scripts.Vector(new Discrete(2), observations: Scripts.CartPoleSpace);

    private static ScriptedEnv<float[], int> Discrete() => CartPole();

    private static ScriptedEnv<float[], float[]> Pendulum() => Scripts.Vector(Scripts.Torque);

    private static ScriptedEnv<DictValue, int> Mixed() => new(
        new DictSpace(new Dictionary<string, Space>(StringComparer.Ordinal) { ["a"] = new Discrete(4), ["b"] = Scripts.Unit }),
        new Discrete(2),
        []);

    private static SilentEnv Silent() => new();
}
