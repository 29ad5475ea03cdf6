using System.Reflection;
using System.Text.Json.Nodes;

namespace GymSharp.Learning.Training;

/// <summary>The data files of tuned options fit the algorithms whose names they bear.</summary>
public sealed class TunedDefaultsTests
{
    // The beginnings of names of families that these tests have not loaded.
    private static readonly string[] Elsewhere =
    [
        "Ant-", "Fetch", "HalfCheetah-", "Hopper-", "Humanoid", "Inverted", "PointMaze", "Pusher-", "Reacher-", "Roboschool", "Swimmer-",
        "Walker2d-",
    ];

    [Fact]
    public void Every_tuned_option_is_one_of_its_algorithm_and_in_range()
    {
        int checkedCount = 0;
        foreach ((AlgorithmSpec algorithm, string environment) in Tuned())
        {
            TrainingRequest request = new() { Algorithm = algorithm.Name, Environment = environment, RunDirectory = "unused" };
            if (Elsewhere.Any(name => environment.StartsWith(name, StringComparison.Ordinal)))
            {
                Assert.True(RunSettings.Of(request, algorithm, environment).Settings.Steps > 0);
            }
            else
            {
                Assert.True(RunPlan.Start(request, TimeProvider.System).Description.Steps > 0);
            }

            checkedCount++;
        }

        Assert.True(checkedCount > 5);
    }

    [Fact]
    public void Numbers_lists_and_settings_come_out_of_a_file()
    {
        IReadOnlyDictionary<string, object?> values = TunedDefaults.For("dqn", "CartPole-v1");
        Assert.Equal(50_000L, values["steps"]);
        Assert.Equal(0.16, values["exploration_fraction"]);
        Assert.Equal(new object[] { 64L, 64L }, values["hidden"]);
        Assert.Equal("linear:0.001", TunedDefaults.For("ppo", "CartPole-v1")["learning_rate"]);
        Assert.Equal(1000L, TunedDefaults.For("no-such-algorithm", "FrozenLake-v1")["eval_episodes"]);
        Assert.Empty(TunedDefaults.For("dqn", "NoSuchEnvironment-v0"));
    }

    [Fact]
    public void The_version_before_of_a_task_has_the_options_of_the_newer_one()
    {
        Assert.Equal(TunedDefaults.For("sac", "HalfCheetah-v5"), TunedDefaults.For("sac", "HalfCheetah-v4"));
        Assert.Equal(10_000L, TunedDefaults.For("sac", "HalfCheetah-v4")["learning_starts"]);
        Assert.True(TunedDefaults.For("sac", "Humanoid-v5").ContainsKey("environment"));
        Assert.False(TunedDefaults.For("sac", "Humanoid-v4").ContainsKey("environment"));
    }

    [Theory]
    [InlineData("steps", "--steps")]
    [InlineData("eval_every", "--eval-every")]
    [InlineData("stop_at", "--stop-at")]
    [InlineData("wrappers", "--wrap")]
    [InlineData("environment", "--env-set")]
    public void A_setting_of_the_run_given_as_an_option_is_refused_with_the_way_to_give_it(string name, string given)
    {
        TrainingRequest request = new()
        {
            Algorithm = "dqn",
            Environment = "CartPole-v1",
            Options = new Dictionary<string, object?>(StringComparer.Ordinal) { [name] = 5L },
        };
        AlgorithmSpec algorithm = AlgorithmCatalog.Find("dqn");
        ArgumentException error = Assert.Throws<ArgumentException>(() => RunSettings.Of(request, algorithm, "CartPole-v1"));
        Assert.Contains($"'{name}' is a setting of the run and no option of dqn. Give {given} ", error.Message, StringComparison.Ordinal);
    }

    private static IEnumerable<(AlgorithmSpec Algorithm, string Environment)> Tuned()
    {
        Assembly assembly = typeof(TunedDefaults).Assembly;
        foreach (AlgorithmSpec algorithm in AlgorithmCatalog.All)
        {
            using Stream? stream = assembly.GetManifestResourceStream($"Tuned/{algorithm.Name}.json");
            foreach ((string environment, _) in stream is null ? [] : JsonNode.Parse(stream)!.AsObject())
            {
                yield return (algorithm, environment);
            }
        }
    }
}
