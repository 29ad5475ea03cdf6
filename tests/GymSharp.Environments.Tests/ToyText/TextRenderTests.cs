using System.Runtime.CompilerServices;

namespace GymSharp.Environments.ToyText.Tests;

/// <summary>Compares text rendering with what Gymnasium printed, kept in <c>Expected</c>.</summary>
public sealed class TextRenderTests
{
    private const string Separator = "=====\n";

    [Theory]
    [InlineData("FrozenLake-v1", new[] { 2, 2, 1, 0, 3, 1, 1, 2 })]
    [InlineData("FrozenLake8x8-v1", new[] { 2, 1, 1, 2, 3, 0 })]
    [InlineData("CliffWalking-v1", new[] { 0, 1, 1, 2, 0 })]
    [InlineData("CliffWalkingSlippery-v1", new[] { 0, 0, 1, 1, 1, 0, 2 })]
    [InlineData("Taxi-v4", new[] { 0, 1, 2, 3, 4, 5, 0, 0 })]
    public void Text_is_what_Gymnasium_prints(string id, int[] actions)
    {
        using Env env = Gym.Make(id, new() { RenderMode = RenderMode.Ansi });
        Assert.Equal(Expected(id), Play(env, 3, actions));
    }

    [Fact]
    public void A_whole_trip_by_taxi_is_what_Gymnasium_prints()
    {
        using Env env = Gym.Make("Taxi-v4", new() { RenderMode = RenderMode.Ansi });
        string text = Play(env, 11, [0, 0, 3, 3, 1, 1, 3, 4, 0, 0, 2, 2, 2, 0, 0, 5], resets: false);
        Assert.Equal(Expected("Taxi-v4_trip"), text);
    }

    [Fact]
    public void A_lake_of_another_shape_is_what_Gymnasium_prints()
    {
        using FrozenLakeEnv env = new(["FSFFH", "FFHFF", "FFFFG"], isSlippery: false, renderMode: RenderMode.Ansi);
        Assert.Equal(Expected("FrozenLake-v1_desc"), Play(env, 3, [0, 1, 1, 2, 2, 2, 2]));
    }

    private static string Play(Env env, ulong seed, int[] actions, bool resets = true)
    {
        env.ResetValue(seed);
        string text = env.Render()!.Text!;
        foreach (int action in actions)
        {
            bool terminated = env.StepValue(action).Terminated;
            text += Separator + env.Render()!.Text;
            if (terminated && resets)
            {
                env.ResetValue();
                text += Separator + env.Render()!.Text;
            }
        }

        return text;
    }

    private static string Expected(string name, [CallerFilePath] string here = "") => File
        .ReadAllText(Path.Combine(Path.GetDirectoryName(here)!, "Expected", name + ".txt"))
        .ReplaceLineEndings("\n");
}
