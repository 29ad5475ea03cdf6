using GymSharp.Recording;

namespace GymSharp.Wrappers;

/// <summary>
/// Puts wrappers around environments, one after the other: <c>env.ClipAction().NormalizeObservation()</c>.
/// </summary>
public static partial class WrapperExtensions
{
    /// <summary>Truncates episodes after a number of steps.</summary>
    public static TimeLimit<TObservation, TAction> TimeLimit<TObservation, TAction>(
        this Env<TObservation, TAction> env, int maxEpisodeSteps)
        where TObservation : notnull
        where TAction : notnull => new(env, maxEpisodeSteps);

    /// <summary>Starts the next episode by itself.</summary>
    public static Autoreset<TObservation, TAction> Autoreset<TObservation, TAction>(
        this Env<TObservation, TAction> env)
        where TObservation : notnull
        where TAction : notnull => new(env);

    /// <summary>Demands a reset before the first step.</summary>
    public static OrderEnforcing<TObservation, TAction> OrderEnforcing<TObservation, TAction>(
        this Env<TObservation, TAction> env, bool disableRenderOrderEnforcing = false)
        where TObservation : notnull
        where TAction : notnull => new(env, disableRenderOrderEnforcing);

    /// <summary>Checks spaces and the first results, and warns about what is wrong.</summary>
    public static PassiveEnvChecker<TObservation, TAction> PassiveEnvChecker<TObservation, TAction>(
        this Env<TObservation, TAction> env)
        where TObservation : notnull
        where TAction : notnull => new(env);

    /// <summary>Adds return, length and duration of an episode to the info of its last step.</summary>
    public static RecordEpisodeStatistics<TObservation, TAction> RecordEpisodeStatistics<TObservation, TAction>(
        this Env<TObservation, TAction> env,
        int bufferLength = 100,
        string statsKey = "episode",
        TimeProvider? time = null)
        where TObservation : notnull
        where TAction : notnull => new(env, bufferLength, statsKey, time);

    /// <summary>Replaces pixels of rendered pictures by white noise.</summary>
    public static AddWhiteNoise<TObservation, TAction> AddWhiteNoise<TObservation, TAction>(
        this Env<TObservation, TAction> env, double probabilityOfNoisePerPixel, bool isNoiseGrayscale = false)
        where TObservation : notnull
        where TAction : notnull => new(env, probabilityOfNoisePerPixel, isNoiseGrayscale);

    /// <summary>Covers rendered pictures with patches of white noise.</summary>
    public static ObstructView<TObservation, TAction> ObstructView<TObservation, TAction>(
        this Env<TObservation, TAction> env,
        double obstructedPixelsRatio,
        int obstructionWidth,
        bool isNoiseGrayscale = false)
        where TObservation : notnull
        where TAction : notnull => new(env, obstructedPixelsRatio, obstructionWidth, isNoiseGrayscale);

    /// <summary>Renders after every reset and step and keeps the pictures.</summary>
    public static RenderCollection<TObservation, TAction> RenderCollection<TObservation, TAction>(
        this Env<TObservation, TAction> env, bool popFrames = true, bool resetClean = true)
        where TObservation : notnull
        where TAction : notnull => new(env, popFrames, resetClean);

    /// <summary>Shows the environment to a person after every reset and step.</summary>
    public static HumanRendering<TObservation, TAction> HumanRendering<TObservation, TAction>(
        this Env<TObservation, TAction> env, IFrameDisplay display)
        where TObservation : notnull
        where TAction : notnull => new(env, display);

    /// <summary>Records videos of some episodes or steps.</summary>
    public static RecordVideo<TObservation, TAction> RecordVideo<TObservation, TAction>(
        this Env<TObservation, TAction> env, string videoFolder, RecordVideoOptions? options = null)
        where TObservation : notnull
        where TAction : notnull => new(env, videoFolder, options);
}
