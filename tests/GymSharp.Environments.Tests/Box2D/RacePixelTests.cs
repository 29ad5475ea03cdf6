using System.Security.Cryptography;
using System.Text.Json;
using GymSharp.Environments.Box2D;
using GymSharp.Golden;
using GymSharp.Recording;

namespace GymSharp.Environments.Tests.Box2D;

/// <summary>The pictures that the racer sees, against recorded ones.</summary>
public sealed class RacePixelTests
{
    // The digits of the return have a shape of our own; all else is pygame's to the last bit.
    private const int DigitsTop = 86;
    private const int DigitsBottom = 93;
    private const int DigitsRight = 12;

    [Theory]
    [InlineData("CarRacing_random", 0, 0)]
    [InlineData("CarRacing_random", 0, 20)]
    [InlineData("CarRacing_random", 0, 80)]
    [InlineData("CarRacing_wave", 0, 150)]
    [InlineData("CarRacing_follow", 0, 300)]
    public void Pixels_are_those_recorded_but_for_the_digits(string recording, int seed, int steps)
    {
        string file = $"{recording}_seed{seed}_step{steps:000}.png";
        byte[] expected = PngReader.Load(Path.Combine(GoldenData.Root, "box2d", file)).Pixels;
        byte[] actual = Play("box2d/" + recording, seed, steps);
        double difference = 0;
        for (int i = 0; i < expected.Length; i++)
        {
            (int x, int y) = (i / 3 % 96, i / 3 / 96);
            bool isDigit = x < DigitsRight && y is >= DigitsTop and <= DigitsBottom;
            Assert.True(isDigit || expected[i] == actual[i], $"{file}: pixel ({x}, {y}) differs.");
            difference += Math.Abs(expected[i] - actual[i]);
        }

        Assert.InRange(difference / expected.Length, 0, 0.1);
    }

    [Fact]
    public void A_restored_race_shows_the_same_pictures_from_there_on()
    {
        using CarRacingEnv first = new();
        using CarRacingEnv second = new();
        first.Reset(5);
        float[] action = [0.2f, 0.6f, 0];
        for (int i = 0; i < 70; i++)
        {
            first.Step(action);
        }

        second.RestoreState(first.SaveState());
        for (int i = 0; i < 40; i++)
        {
            Assert.Equal(
                Convert.ToHexString(SHA256.HashData(first.Step(action).Observation)),
                Convert.ToHexString(SHA256.HashData(second.Step(action).Observation)));
        }
    }

    private static byte[] Play(string recording, int seed, int steps)
    {
        using JsonDocument document = GoldenData.Open(recording);
        using CarRacingEnv env = (CarRacingEnv)Box2DRecording.Make(document.RootElement);
        JsonElement run = document.RootElement.GetProperty("runs").EnumerateArray()
            .Single(run => run.GetProperty("seed").GetInt32() == seed);
        byte[] observation = env.Reset((ulong)seed).Observation;
        for (int i = 0; i < steps; i++)
        {
            observation = env.Step(Box2DRecording.Singles(run.GetProperty("action")[i])).Observation;
        }

        return observation;
    }
}
