using GymSharp.Registration;

namespace GymSharp.Environments.Box2D;

/// <summary>Registers lunar lander, bipedal walker and car racing under Gymnasium's ids.</summary>
public static class Box2DFamily
{
    /// <summary>Adds the five ids to a registry.</summary>
    public static void Register(EnvRegistry registry)
    {
        ArgumentNullException.ThrowIfNull(registry);
        registry.Register(Spec("LunarLander-v3", CreateLander, 1000, 200));
        registry.Register(Spec("LunarLanderContinuous-v3", CreateLander, 1000, 200) with
        {
            Arguments = new Dictionary<string, object?>(StringComparer.Ordinal) { ["continuous"] = true },
        });
        registry.Register(Spec("BipedalWalker-v3", BipedalWalkerEnv.FromArguments, 1600, 300) with
        {
            HasHistory = true,
        });
        registry.Register(Spec("BipedalWalkerHardcore-v3", BipedalWalkerEnv.FromArguments, 2000, 300) with
        {
            Arguments = new Dictionary<string, object?>(StringComparer.Ordinal) { ["hardcore"] = true },
            HasHistory = true,
        });
        registry.Register(Spec("CarRacing-v3", CreateRace, 1000, 900));
    }

    private static EnvSpec Spec(string id, Func<EnvArguments, Env> create, int steps, double threshold) =>
        new(id, create) { MaxEpisodeSteps = steps, RewardThreshold = threshold };

    private static Env CreateLander(EnvArguments arguments)
    {
        bool continuous = arguments.Get("continuous", false);
        LunarLanderOptions defaults = new();
        LunarLanderOptions options = new()
        {
            Gravity = arguments.Get("gravity", defaults.Gravity),
            EnableWind = arguments.Get("enable_wind", defaults.EnableWind),
            WindPower = arguments.Get("wind_power", defaults.WindPower),
            TurbulencePower = arguments.Get("turbulence_power", defaults.TurbulencePower),
            RenderMode = arguments.RenderMode,
        };
        return continuous ? new LunarLanderContinuousEnv(options) : new LunarLanderEnv(options);
    }

    private static Env CreateRace(EnvArguments arguments)
    {
        bool continuous = arguments.Get("continuous", true);
        CarRacingOptions defaults = new();
        CarRacingOptions options = new()
        {
            LapCompletePercent = arguments.Get("lap_complete_percent", defaults.LapCompletePercent),
            DomainRandomize = arguments.Get("domain_randomize", defaults.DomainRandomize),
            Verbose = arguments.Get("verbose", defaults.Verbose),
            RenderMode = arguments.RenderMode,
        };
        return continuous ? new CarRacingEnv(options) : new CarRacingDiscreteEnv(options);
    }
}
