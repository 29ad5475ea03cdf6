using System.Text.Json.Nodes;
using GymSharp.Golden;
using GymSharp.Registration;

namespace GymSharp.Environments;

/// <summary>Ids that Gymnasium refuses or warns about get the same guidance here.</summary>
public sealed class MakeErrorTests
{
    // Families that are not part of this library yet, that only exist for Python (JAX copies, other packages' shims), or
    // that Gymnasium was recorded without (Atari: RomStoreTests say what happens without a ROM).
    private static readonly string[] Elsewhere =
    [
        "ALE/Pong", "Pong", "Reacher", "Ant", "Humanoid", "HalfCheetah", "GymV", "phys2d/", "tabular/", "module.",
    ];

    public static TheoryData<string> Cases
    {
        get
        {
            TheoryData<string> data = [];
            foreach (JsonNode? entry in GoldenData.Load("envs/make_errors")["make"]!.AsArray())
            {
                string argument = entry!["argument"]!.GetValue<string>();
                if (entry["kwargs"] is null && !Elsewhere.Any(family => argument.StartsWith(family, StringComparison.Ordinal)))
                {
                    data.Add(entry.ToJsonString());
                }
            }

            return data;
        }
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public void An_id_is_made_or_refused_as_gymnasium_does(string entry)
    {
        JsonNode expected = JsonNode.Parse(entry)!;
        List<string> warnings = [];
        using (GymLog.Capture(warnings.Add))
        {
            string argument = expected["argument"]!.GetValue<string>();
            if (expected["raised"] is { } raised)
            {
                Exception error = Assert.ThrowsAny<Exception>(() => Gym.Make(argument));
                Assert.Equal(raised["message"]!.GetValue<string>(), error.Message);
                Assert.Equal(ExceptionFor(raised["error"]!.GetValue<string>()), error.GetType());
            }
            else
            {
                using Env env = Gym.Make(argument);
                Assert.Equal(expected["made"]!.GetValue<string>(), env.Spec!.Id);
            }
        }

        Assert.Equal(
            expected["warnings"]!.AsArray().Select(warning => warning!.GetValue<string>()["WARN: ".Length..]), warnings);
    }

    [Fact]
    public void Most_ids_of_the_recording_are_checked() => Assert.True(Cases.Count >= 25, $"only {Cases.Count}");

    [Fact]
    public void An_episode_limit_of_zero_is_refused()
    {
        ArgumentOutOfRangeException error = Assert.Throws<ArgumentOutOfRangeException>(
            () => Gym.Make("CartPole-v1", new MakeOptions { MaxEpisodeSteps = 0 }));
        Assert.StartsWith("Expect the `max_episode_steps` to be positive, actually: 0", error.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(7, null, "<TimeLimit<OrderEnforcing<PassiveEnvChecker<CartPoleEnv<CartPole-v1>>>>>")]
    [InlineData(-1, null, "<OrderEnforcing<PassiveEnvChecker<CartPoleEnv<CartPole-v1>>>>")]
    [InlineData(null, true, "<TimeLimit<OrderEnforcing<CartPoleEnv<CartPole-v1>>>>")]
    public void Options_decide_the_wrappers(int? limit, bool? disableChecker, string expected)
    {
        using Env env = Gym.Make("CartPole-v1", new MakeOptions { MaxEpisodeSteps = limit, DisableEnvChecker = disableChecker });
        Assert.Equal(expected, env.ToString());
    }

    [Fact]
    public void Wrong_types_say_how_to_write_it()
    {
        ArgumentException error = Assert.Throws<ArgumentException>(() => Gym.Make<double[], int>("CartPole-v1"));
        Assert.Contains("Write Gym.Make<float[], int>(\"CartPole-v1\")", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_render_mode_that_does_not_exist_is_refused()
    {
        ArgumentException error = Assert.Throws<ArgumentException>(
            () => Gym.Make("CartPole-v1", new MakeOptions { RenderMode = RenderMode.Ansi }));
        Assert.Contains("RgbArray", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_step_after_the_end_warns_once_and_says_what_to_do()
    {
        List<string> warnings = [];
        using Env<int, int> env = Gym.Make<int, int>("FrozenLake-v1");
        using (GymLog.Capture(warnings.Add))
        {
            env.Reset(0);
            while (!env.Step(1).Terminated)
            {
                // Walks until it falls in or arrives.
            }

            env.Step(1);
            env.Step(1);
        }

        Assert.Contains("Call Reset()", Assert.Single(warnings), StringComparison.Ordinal);
    }

    [Fact]
    public void A_step_before_the_first_reset_says_what_to_do()
    {
        using Env<int, int> env = Gym.Make<int, int>("FrozenLake-v1");
        ResetNeededException error = Assert.Throws<ResetNeededException>(() => env.Step(1));
        Assert.StartsWith("Cannot call env.Step() before calling env.Reset()", error.Message, StringComparison.Ordinal);
    }

    private static Type ExceptionFor(string gymnasium) => gymnasium switch
    {
        "VersionNotFound" => typeof(VersionNotFoundException),
        "NameNotFound" => typeof(NameNotFoundException),
        "NamespaceNotFound" => typeof(NamespaceNotFoundException),
        "DeprecatedEnv" => typeof(DeprecatedEnvException),
        "Error" => typeof(MalformedEnvIdException),
        _ => throw new InvalidOperationException($"no counterpart of {gymnasium}"),
    };
}
