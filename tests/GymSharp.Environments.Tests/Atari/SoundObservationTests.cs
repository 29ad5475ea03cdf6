using GymSharp.Registration;
using GymSharp.Spaces;
using GymSharp.Vector;

namespace GymSharp.Environments.Atari;

/// <summary>Observations with sound.</summary>
public sealed class SoundObservationTests
{
    private static readonly string[] Parts = ["image", "sound"];

    [Fact]
    public void An_observation_has_an_image_and_512_samples()
    {
        MakeOptions options = new() { Arguments = new Dictionary<string, object?> { ["sound_obs"] = true } };
        using Env<DictValue, int> env = Gym.Make<DictValue, int>("ALE/LaserInvaders-v5", options);
        (DictValue first, _) = env.Reset(3);
        Assert.Equal(Parts, first.Keys);
        Assert.Equal(new byte[512], first.Get<byte[]>("sound"));
        Assert.True(env.ObservationSpace.Contains(first));
        HashSet<string> heard = [];
        for (int i = 0; i < 40; i++)
        {
            DictValue seen = env.Step(1).Observation;
            Assert.True(env.ObservationSpace.Contains(seen));
            heard.Add(Convert.ToHexString(seen.Get<byte[]>("sound")));
        }

        Assert.True(heard.Count > 5, $"{heard.Count} different sounds");
    }

    [Fact]
    public void The_picture_and_the_sound_are_those_of_every_frame_played_one_by_one()
    {
        AtariOptions options = TestGames.Own("wall") with { Sound = true, RepeatActionProbability = 0 };
        using SoundObservation<int> skipping = new(new AtariEnv(options with { FrameSkip = FrameSkip.Of(5) }));
        using SoundObservation<int> stepping = new(new AtariEnv(options with { FrameSkip = FrameSkip.Of(1) }));
        skipping.Reset(5);
        stepping.Reset(5);
        bool isOver = false;
        while (!isOver)
        {
            Step<DictValue> whole = skipping.Step(1);
            Step<DictValue> single = default;
            for (int i = 0; i < 5; i++)
            {
                single = stepping.Step(1);
            }

            Assert.Equal(single.Observation, whole.Observation);
            isOver = whole.Terminated;
        }
    }

    [Fact]
    public void What_cannot_be_is_refused()
    {
        using AtariEnv silent = new(TestGames.Own());
        Assert.Contains(
            "AtariOptions.Sound",
            Assert.Throws<ArgumentException>(() => new SoundObservation<int>(silent)).Message,
            StringComparison.Ordinal);
        MakeOptions options = new()
        {
            Arguments = new Dictionary<string, object?> { ["sound_obs"] = true, ["preprocess"] = true },
        };
        Assert.ThrowsAny<ArgumentException>(() => { Gym.Make("ALE/Wall-v5", options); });
        Dictionary<string, object?> arguments = new() { ["sound_obs"] = true };
        MakeVecOptions batch = new() { Make = new() { Arguments = arguments } };
        Assert.ThrowsAny<ArgumentException>(() => { Gym.MakeVec("ALE/Wall-v5", 2, batch); });
    }
}
