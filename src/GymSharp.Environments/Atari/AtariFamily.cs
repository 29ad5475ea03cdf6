using System.Globalization;
using System.Text;
using GymSharp.Environments.Atari.Games;
using GymSharp.Environments.Atari.Roms;
using GymSharp.Registration;

namespace GymSharp.Environments.Atari;

/// <summary>
/// Registers the games as Gymnasium and ale-py do: <c>ALE/Pong-v5</c> and <c>ALE/Pong-ram-v5</c> for every game, and
/// <c>Pong-v0</c>, <c>PongDeterministic-v4</c>, <c>PongNoFrameskip-v4</c>, <c>Pong-ram-v0</c> and so on for those that
/// had these ids before.
/// </summary>
public static class AtariFamily
{
    /// <summary>The id of the environment that runs any ROM file.</summary>
    public const string CustomId = "ALE/Custom-v5";

    private const int MostFrames = 108_000;
    private static readonly string[] ObservationTypes = ["rgb", "ram"];

    // The 62 games that had ids before v5.
    private static readonly string[] OlderGames =
    [
        .. ("adventure air_raid alien amidar assault asterix asteroids atlantis bank_heist battle_zone beam_rider "
            + "berzerk bowling boxing breakout carnival centipede chopper_command crazy_climber defender demon_attack "
            + "double_dunk elevator_action enduro fishing_derby freeway frostbite gopher gravitar hero ice_hockey "
            + "jamesbond journey_escape kangaroo krull kung_fu_master montezuma_revenge ms_pacman name_this_game "
            + "phoenix pitfall pong pooyan private_eye qbert riverraid road_runner robotank seaquest skiing solaris "
            + "space_invaders star_gunner tennis time_pilot tutankham up_n_down venture video_pinball wizard_of_wor "
            + "yars_revenge zaxxon").Split(' '),
    ];

    /// <summary>Adds all ids to a registry.</summary>
    public static void Register(EnvRegistry registry)
    {
        ArgumentNullException.ThrowIfNull(registry);
        foreach (string game in GameTable.Names)
        {
            RegisterLatest(registry, game, Imported);
        }

        foreach (string game in OlderGames)
        {
            RegisterOlder(registry, game, Imported);
        }

        foreach (string game in GameTable.OwnNames)
        {
            RegisterLatest(registry, game, Own);
            RegisterOlder(registry, game, Own);
        }

        registry.Register(new EnvSpec(CustomId, CreateCustom)
        {
            Arguments = Keywords("rgb", FrameSkip.Of(4), 0.25),
            RequiredArguments = ["rom"],
        });
    }

    /// <summary>The name that ids give a game: <c>space_invaders</c> is <c>SpaceInvaders</c>.</summary>
    /// <param name="game">The short name.</param>
    public static string IdName(string game)
    {
        ArgumentNullException.ThrowIfNull(game);
        StringBuilder name = new();
        bool starts = true;
        foreach (char letter in game)
        {
            name.Append(starts ? char.ToUpper(letter, CultureInfo.InvariantCulture) : letter);

            // A letter after a digit begins a word too: 3d is 3D.
            starts = !char.IsLetter(letter);
        }

        return name.Replace("_", "").ToString();
    }

    private static RomSource Imported { get; } = new(
        static name => RomStore.Default.Needs(GameTable.Find(name)!),
        static game => RomStore.Default.Read(game));

    private static RomSource Own { get; } = new(static _ => null, static game => OwnCartridges.Read(game.Name));

    private static void RegisterLatest(EnvRegistry registry, string game, RomSource source)
    {
        foreach (string type in ObservationTypes)
        {
            Dictionary<string, object?> keywords = Keywords(type, FrameSkip.Of(4), 0.25);
            registry.Register(Spec($"ALE/{IdName(game)}{Suffix(type)}-v5", game, keywords, source));
        }
    }

    private static void RegisterOlder(EnvRegistry registry, string game, RomSource source)
    {
        int fixedSkip = game == "space_invaders" ? 3 : 4;
        (string Name, FrameSkip Skip)[] flavours =
            [("", new FrameSkip(2, 5)), ("Deterministic", FrameSkip.Of(fixedSkip)), ("NoFrameskip", FrameSkip.Of(1))];
        foreach ((int version, double repeat) in new[] { (0, 0.25), (4, 0.0) })
        {
            foreach (string type in ObservationTypes)
            {
                foreach ((string flavour, FrameSkip skip) in flavours)
                {
                    string id = $"{IdName(game)}{Suffix(type)}{flavour}-v{version}";
                    registry.Register(Spec(id, game, Keywords(type, skip, repeat), source));
                }
            }
        }
    }

    private static string Suffix(string observationType) => observationType == "ram" ? "-ram" : "";

    private static Dictionary<string, object?> Keywords(string observationType, FrameSkip skip, double repeat) =>
        new(StringComparer.Ordinal)
        {
            ["obs_type"] = observationType,
            ["repeat_action_probability"] = repeat,
            ["full_action_space"] = false,
            ["frameskip"] = skip.IsFixed ? skip.Low : new[] { skip.Low, skip.High },
            ["max_num_frames_per_episode"] = MostFrames,
        };

    private static EnvSpec Spec(string id, string game, Dictionary<string, object?> keywords, RomSource source)
    {
        keywords["game"] = game;
        return new EnvSpec(id, arguments => Create(arguments, source))
        {
            Arguments = keywords,
            Needs = () => source.Needs(game),
            IsVectorAlike = static arguments => arguments.Get("preprocess", false),
            CreateVector = (arguments, numEnvs) =>
            {
                GameDefinition definition = Game(arguments);
                return AtariArguments.CreateVector(arguments, numEnvs, definition, () => source.Read(definition));
            },
        };
    }

    private static Env Create(EnvArguments arguments, RomSource source)
    {
        GameDefinition game = Game(arguments);
        return AtariArguments.Create(arguments, game, () => source.Read(game));
    }

    private static GameDefinition Game(EnvArguments arguments)
    {
        string name = arguments.Get("game", "");
        return GameTable.Find(name) ?? throw new ArgumentException(
            $"There is no game '{name}'.{Suggestions.DidYouMean(name, GameTable.Names.Concat(GameTable.OwnNames))} "
            + "'gymsharp roms list' shows all.",
            nameof(arguments));
    }

    private static Env CreateCustom(EnvArguments arguments)
    {
        string path = arguments.Get("rom", "");
        if (path.Length == 0)
        {
            throw new ArgumentException($"{CustomId} needs a ROM file: give it as rom=FILE.", nameof(arguments));
        }

        return AtariArguments.Create(arguments, GameTable.Unknown, () => RomFile.Read(path));
    }

    // Where the cartridges of some games come from.
    private sealed record RomSource(Func<string, string?> Needs, Func<GameDefinition, byte[]> Read);
}
