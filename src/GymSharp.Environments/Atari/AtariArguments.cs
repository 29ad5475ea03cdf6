using GymSharp.Environments.Atari.Games;
using GymSharp.Environments.Atari.Preprocessing;
using GymSharp.Registration;
using GymSharp.Vector;

namespace GymSharp.Environments.Atari;

/// <summary>Reads keyword arguments by the names of Gymnasium's <c>AtariEnv</c>.</summary>
internal static class AtariArguments
{
    /// <summary>Makes the environment that the arguments describe.</summary>
    /// <param name="arguments">Keyword arguments.</param>
    /// <param name="game">The game.</param>
    /// <param name="rom">Gives the bytes of its cartridge; called last.</param>
    /// <exception cref="ArgumentException">An argument has a wrong value.</exception>
    public static Env Create(EnvArguments arguments, GameDefinition game, Func<byte[]> rom)
    {
        bool isContinuous = arguments.Get("continuous", false);
        bool isPreprocessed = arguments.Get("preprocess", false);
        PixelOptions? pixels = isPreprocessed ? Pixels(arguments) : null;
        AtariOptions options = Options(arguments, game, rom);
        if (isPreprocessed && (isContinuous || options.Sound))
        {
            throw new ArgumentException(
                $"{(isContinuous ? "continuous" : "sound_obs")} and preprocess exclude each other: give one of them.",
                nameof(arguments));
        }

        return pixels is not null ? new AtariPixelEnv(options, pixels)
            : isContinuous ? WithSound(new ContinuousAtariEnv(options), options.Sound)
            : WithSound(new AtariEnv(options), options.Sound);
    }

    /// <summary>Makes the batch that the arguments describe; its names are those of ale-py's.</summary>
    /// <param name="arguments">Keyword arguments.</param>
    /// <param name="numEnvs">Number of games.</param>
    /// <param name="game">The game.</param>
    /// <param name="rom">Gives the bytes of its cartridge; called last.</param>
    /// <exception cref="ArgumentException">An argument has a wrong value.</exception>
    public static VectorEnv CreateVector(EnvArguments arguments, int numEnvs, GameDefinition game, Func<byte[]> rom)
    {
        _ = arguments.Get("preprocess", true);
        AutoresetMode autoreset = arguments.Get("autoreset_mode", AutoresetMode.NextStep);
        int threads = arguments.Get("num_threads", 0);
        PixelOptions pixels = Pixels(arguments);
        int? steps = arguments.Get<int?>("max_episode_steps", null);
        AtariOptions options = Options(arguments, game, rom);
        if (options.Sound)
        {
            throw new ArgumentException(
                "Batches have no sound_obs: they are pictures. Use single environments for sound.", nameof(arguments));
        }

        int frames = (int)Math.Min((long)(steps ?? int.MaxValue) * pixels.FrameSkip, int.MaxValue);
        return new AtariVectorEnv(
            numEnvs,
            options with { MaxFramesPerEpisode = Least(options.MaxFramesPerEpisode, frames) },
            pixels,
            autoreset,
            threads);
    }

    private static Env WithSound<TAction>(AtariTask<TAction> env, bool isWanted)
        where TAction : notnull => isWanted ? new SoundObservation<TAction>(env) : env;

    // 0 is no limit.
    private static int Least(int frames, int others) => frames == 0 ? others : Math.Min(frames, others);

    private static AtariOptions Options(EnvArguments arguments, GameDefinition game, Func<byte[]> rom)
    {
        AtariOptions options = new()
        {
            Game = game,
            Rom = ReadOnlyMemory<byte>.Empty,
            Mode = arguments.Get<int?>("mode", null),
            Difficulty = arguments.Get<int?>("difficulty", null),
            Observation = Observation(arguments.Get("obs_type", "rgb")),
            FrameSkip = Skip(arguments),
            RepeatActionProbability = arguments.Get("repeat_action_probability", 0.25),
            FullActionSpace = arguments.Get("full_action_space", false),
            ContinuousActionThreshold = arguments.Get("continuous_action_threshold", 0.5),
            MaxFramesPerEpisode = arguments.Get<int?>("max_num_frames_per_episode", null) ?? 0,
            Sound = arguments.Get("sound_obs", false),
            RenderMode = arguments.RenderMode,
        };
        return options with { Rom = rom() };
    }

    private static PixelOptions Pixels(EnvArguments arguments)
    {
        FrameSkip skip = Skip(arguments);
        return new PixelOptions
        {
            NoopMax = arguments.Get("noop_max", 30),
            FrameSkip = skip.IsFixed && skip.Low > 1 ? skip.Low : 4,
            StackCount = arguments.Get("stack_num", 4),
            Height = arguments.Get("img_height", 84),
            Width = arguments.Get("img_width", 84),
            UseFireReset = arguments.Get("use_fire_reset", true),
            EpisodicLife = arguments.Get("episodic_life", false),
            RewardClipping = arguments.Get("reward_clipping", true),
            LostLifeReward = arguments.Get("lost_life_reward", 0.0),
        }.Checked(nameof(arguments));
    }

    private static AtariObservation Observation(string name) => name switch
    {
        "rgb" => AtariObservation.Rgb,
        "grayscale" => AtariObservation.Grayscale,
        "ram" => AtariObservation.Ram,
        _ => throw new ArgumentException(
            $"obs_type is '{name}'.{Suggestions.DidYouMean(name, ["rgb", "grayscale", "ram"])} "
            + "It may be rgb, grayscale or ram.",
            nameof(name)),
    };

    private static FrameSkip Skip(EnvArguments arguments)
    {
        if (!arguments.TryGet("frameskip", out object? value) || value is not Array range)
        {
            return FrameSkip.Of(arguments.Get("frameskip", 4)).Checked(nameof(arguments));
        }

        int[] bounds = arguments.Get<int[]>("frameskip", []);
        return range.Length == 2
            ? new FrameSkip(bounds[0], bounds[1]).Checked(nameof(arguments))
            : throw new ArgumentException(
                $"frameskip has {range.Length} numbers; give one, or two: the least and one more than the greatest.",
                nameof(arguments));
    }
}
