using System.Text.Json.Nodes;
using GymSharp.Recording;
using GymSharp.Rendering;
using GymSharp.Tests.Wrappers;
using GymSharp.Wrappers;

namespace GymSharp.Tests.Recording;

public sealed class RecordVideoTests
{
    private const int Height = 64;
    private const int Width = 96;

    [Fact]
    public void Episodes_become_videos_of_all_their_frames_with_a_manifest()
    {
        using TemporaryFolder folder = new();
        List<string> saved = [];
        List<string> warnings = [];
        using (GymLog.Capture(warnings.Add))
        {
            using RecordVideo<byte[], int> env = Env().RecordVideo(
                folder.File("videos"), new RecordVideoOptions { EpisodeTrigger = episode => episode != 1, Log = saved.Add });
            PlayEpisodes(env, 3);
        }

        Assert.Empty(warnings);
        Assert.Equal(2, saved.Count);
        Assert.Equal(
            ["rl-video-episode-0.json", "rl-video-episode-0.mp4", "rl-video-episode-2.json", "rl-video-episode-2.mp4"],
            Names(folder));
        Assert.Equal(9, FfmpegTool.Decode(folder.File("videos/rl-video-episode-0.mp4"), Width, Height).Count);
        JsonNode manifest = Manifest(folder, "rl-video-episode-2");
        Assert.Equal("rl-video-episode-2.mp4", manifest["video"]!.GetValue<string>());
        Assert.Equal(5UL, manifest["seed"]!.GetValue<ulong>());
        Assert.Equal(2, manifest["first_episode"]!.GetValue<int>());
        Assert.Equal((9, 30.0), (manifest["frames"]!.GetValue<int>(), manifest["fps"]!.GetValue<double>()));
        Assert.Null(manifest["env_id"]);
        JsonNode episode = Assert.Single(manifest["episodes"]!.AsArray())!;
        Assert.Equal((36.0, 8), (episode["return"]!.GetValue<double>(), episode["length"]!.GetValue<int>()));
        Assert.True(episode["terminated"]!.GetValue<bool>());
        Assert.False(episode["truncated"]!.GetValue<bool>());
    }

    [Fact]
    public void Step_triggers_and_lengths_cut_videos_across_episodes()
    {
        using TemporaryFolder folder = new();
        using (RecordVideo<byte[], int> env = Env().RecordVideo(
            folder.File("videos"),
            new RecordVideoOptions { StepTrigger = step => step % 12 == 5, VideoLength = 6, NamePrefix = "x", Video = Gif, Fps = 10 }))
        {
            PlayEpisodes(env, 3);
        }

        Assert.Equal(["x-step-17.gif", "x-step-17.json", "x-step-5.gif", "x-step-5.json"], Names(folder));
        JsonNode manifest = Manifest(folder, "x-step-5");
        Assert.Equal((7, 10.0), (manifest["frames"]!.GetValue<int>(), manifest["fps"]!.GetValue<double>()));
        Assert.Equal([2, 3], manifest["episodes"]!.AsArray().Select(part => part!["length"]!.GetValue<int>()));
        Assert.Equal(7, FfmpegTool.Decode(folder.File("videos/x-step-5.gif"), Width, Height).Count);
    }

    [Fact]
    public void By_default_the_cubes_are_recorded()
    {
        Assert.Equal(
            [0, 1, 8, 27, 64, 125, 216, 343, 512, 729, 1000, 2000],
            Enumerable.Range(0, 2500).Where(RecordVideoOptions.CappedCubicSchedule));
        using TemporaryFolder folder = new();
        using (RecordVideo<byte[], int> env = Env().RecordVideo(folder.File("videos"), new RecordVideoOptions { Video = Gif }))
        {
            PlayEpisodes(env, 9);
        }

        Assert.Equal(["0", "1", "8"], Names(folder).Where(name => name.EndsWith(".gif", StringComparison.Ordinal))
            .Select(name => name.Split('-', '.')[3]));
    }

    [Fact]
    public void Without_ffmpeg_a_gif_is_recorded_and_said_once()
    {
        using TemporaryFolder folder = new();
        List<string> warnings = [];
        using (GymLog.Capture(warnings.Add))
        {
            using RecordVideo<byte[], int> env = Env().RecordVideo(
                folder.File("videos"),
                new RecordVideoOptions
                {
                    EpisodeTrigger = _ => true,
                    Video = new VideoOptions { FfmpegPath = folder.File("no-such-program") },
                });
            PlayEpisodes(env, 3);
        }

        Assert.Contains("Recording GIF", Assert.Single(warnings), StringComparison.Ordinal);
        Assert.Equal(6, Names(folder).Length);
        Assert.Equal(9, FfmpegTool.Decode(folder.File("videos/rl-video-episode-2.gif"), Width, Height).Count);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(40_000)]
    [InlineData(100_000_000)]
    public void A_failing_ffmpeg_stops_nothing_and_loses_nothing(int bytes)
    {
        using TemporaryFolder folder = new();
        List<string> warnings = [];
        int steps;
        using (GymLog.Capture(warnings.Add))
        {
            using RecordVideo<byte[], int> env = Env().RecordVideo(
                folder.File("videos"),
                new RecordVideoOptions { Video = new VideoOptions { FfmpegPath = FakeProgram.Failing(folder, bytes, 3) } });
            steps = PlayEpisodes(env, 1);
        }

        Assert.Equal(8, steps);
        Assert.Contains("no frame lost", Assert.Single(warnings), StringComparison.Ordinal);
        Assert.Equal(9, FfmpegTool.Decode(folder.File("videos/rl-video-episode-0.gif"), Width, Height).Count);
        Assert.Equal("rl-video-episode-0.gif", Manifest(folder, "rl-video-episode-0")["video"]!.GetValue<string>());
    }

    [Fact]
    public void A_folder_that_cannot_be_written_is_refused_before_anything_runs()
    {
        using TemporaryFolder folder = new();
        File.WriteAllText(folder.File("file"), "in the way");
        VideoException error = Assert.Throws<VideoException>(() => Env().RecordVideo(folder.File("file/videos")));
        Assert.Contains("Choose a folder that you may write to", error.Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentException>(() => new SilentEnv().RecordVideo(folder.File("videos")));
        Assert.Throws<ArgumentOutOfRangeException>(() => Env().RecordVideo(
            folder.File("videos"), new RecordVideoOptions { VideoLength = -1 }));
        Assert.Throws<ArgumentOutOfRangeException>(() => Env().RecordVideo(
            folder.File("videos"), new RecordVideoOptions { Fps = 0 }));
        Assert.Equal(["file"], folder.Names);
    }

    [Fact]
    public void A_folder_that_vanishes_costs_the_video_and_not_the_training()
    {
        using TemporaryFolder folder = new();
        List<string> warnings = [];
        using (GymLog.Capture(warnings.Add))
        {
            using RecordVideo<byte[], int> env = Env().RecordVideo(
                folder.File("videos"), new RecordVideoOptions { EpisodeTrigger = _ => true, Video = Gif });
            Directory.Delete(folder.File("videos"));
            File.WriteAllText(folder.File("videos"), "in the way");
            Assert.Equal(16, PlayEpisodes(env, 2));
        }

        Assert.Equal(2, warnings.Count);
        Assert.All(warnings, warning => Assert.Contains("the environment goes on", warning, StringComparison.Ordinal));
    }

    [Fact]
    public void A_picture_of_another_size_ends_the_video_with_the_frames_so_far()
    {
        using TemporaryFolder folder = new();
        List<string> warnings = [];
        using (GymLog.Capture(warnings.Add))
        {
            PictureEnv below = Env();
            using RecordVideo<byte[], int> env = below.RecordVideo(folder.File("videos"), new RecordVideoOptions { Video = Gif });
            env.Reset(seed: 1);
            env.Step(0);
            below.RenderInstead = () => new Frame(1, 1, [1, 2, 3]);
            env.Step(0);
            Assert.False(env.IsRecording);
            below.RenderInstead = () => new Frame("text");
            env.StartRecording("by-hand");
            env.Step(0);
            Assert.False(env.IsRecording);
        }

        Assert.Contains("after 2 frames", warnings[0], StringComparison.Ordinal);
        Assert.Contains("got text", warnings[1], StringComparison.Ordinal);
        Assert.Contains("zero frames", warnings[2], StringComparison.Ordinal);
        Assert.Equal(2, FfmpegTool.Decode(folder.File("videos/rl-video-episode-0.gif"), Width, Height).Count);
    }

    [Fact]
    public void A_folder_with_files_is_warned_about()
    {
        using TemporaryFolder folder = new();
        Directory.CreateDirectory(folder.File("videos"));
        List<string> warnings = [];
        using (GymLog.Capture(warnings.Add))
        {
            Env().RecordVideo(folder.File("videos")).Dispose();
            Assert.Empty(warnings);
            File.WriteAllText(folder.File("videos/old.mp4"), "");
            Env().RecordVideo(folder.File("videos")).Dispose();
        }

        Assert.Contains("Overwriting existing videos", Assert.Single(warnings), StringComparison.Ordinal);
    }

    [Fact]
    public void A_restored_state_counts_on()
    {
        using TemporaryFolder folder = new();
        RecordVideoOptions options = new() { Video = Gif };
        byte[] state;
        using (RecordVideo<byte[], int> env = Env().RecordVideo(folder.File("first"), options))
        {
            PlayEpisodes(env, 7);
            state = env.SaveState();
        }

        using (RecordVideo<byte[], int> env = Env().RecordVideo(folder.File("videos"), options))
        {
            env.RestoreState(state);
            PlayEpisodes(env, 2);
        }

        Assert.Equal(["rl-video-episode-8.gif", "rl-video-episode-8.json"], Names(folder));
    }

    [Fact]
    public void A_recorder_by_hand_takes_frames_until_it_is_closed()
    {
        using TemporaryFolder folder = new();
        PictureEnv env = Env();
        env.Reset(seed: 1);
        using VideoRecorder recorder = new(env, folder.File("hand.mp4"), framesPerSecond: 12);
        recorder.CaptureFrame();
        recorder.CaptureFrame();
        Assert.True(recorder.Enabled);
        recorder.Close();
        recorder.CaptureFrame();
        Assert.False(recorder.Enabled);
        Assert.Equal(2, recorder.FrameCount);
        Assert.Equal(folder.File("hand.mp4"), recorder.Path);
        Assert.Equal(["hand.json", "hand.mp4"], folder.Names);
        Assert.Equal("12/1", FfmpegTool.Probe(recorder.Path, "r_frame_rate"));
    }

    [Fact]
    public void A_recorder_that_is_not_enabled_does_nothing()
    {
        using TemporaryFolder folder = new();
        using (VideoRecorder recorder = new(new SilentEnv(), folder.File("no"), enabled: false))
        {
            recorder.CaptureFrame();
            Assert.False(recorder.Enabled);
        }

        Assert.Empty(folder.Names);
        Assert.Throws<ArgumentException>(() => new VideoRecorder(new SilentEnv(), folder.File("no")));
        PictureEnv text = Env();
        text.RenderInstead = () => new Frame("text");
        List<string> warnings = [];
        using (GymLog.Capture(warnings.Add))
        {
            using VideoRecorder recorder = new(text, folder.File("text.gif"));
            recorder.CaptureFrame();
            Assert.False(recorder.Enabled);
        }

        Assert.Equal(2, warnings.Count);
        Assert.Empty(folder.Names);
    }

    private static VideoOptions Gif { get; } = new() { Format = VideoFormat.Gif };

    private static PictureEnv Env() => new([Height, Width, 3], isSmooth: true);

    private static string[] Names(TemporaryFolder folder) =>
        [.. Directory.EnumerateFiles(folder.File("videos")).Select(path => Path.GetFileName(path)).Order(StringComparer.Ordinal)];

    private static JsonNode Manifest(TemporaryFolder folder, string name) =>
        JsonNode.Parse(File.ReadAllText(folder.File($"videos/{name}.json")))!;

    private static int PlayEpisodes(Env<byte[], int> env, int episodes)
    {
        int steps = 0;
        for (int episode = 0; episode < episodes; episode++)
        {
            env.Reset(episode == 0 ? 5UL : null);
            for (bool done = false; !done; steps++)
            {
                done = env.Step(0).Done;
            }
        }

        return steps;
    }
}
