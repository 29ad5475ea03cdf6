using GymSharp.Environments.Atari;
using GymSharp.Environments.Atari.Games;
using GymSharp.Environments.Atari.Preprocessing;
using GymSharp.Environments.Atari.Roms;
using GymSharp.Vector;

namespace GymSharp.Cli.Benchmarks;

/// <summary>
/// Atari games on one thread: every frame in colour, and as agents see them: four frames, the brightest of two, grey,
/// 84 × 84, four of them. Our cartridges, and Tetris where its ROM was imported.
/// </summary>
internal static class AtariBenchmarks
{
    private const string Imported = "tetris";
    private const int Games = 4;
    private const int StepsPerCall = 20;

    /// <summary>Frames per second of ALE 0.12 in C++, Tetris, one thread, each frame in colour.</summary>
    private const double AleFrames = 9_500;

    /// <summary>The same with the pictures of agents.</summary>
    private const double AlePictures = 8_600;

    public static IEnumerable<(string Name, Func<BenchmarkResult> Run)> All()
    {
        IEnumerable<string> imported = RomStore.Default.Has(GameTable.Find(Imported)!) ? [Imported] : [];
        foreach (string game in GameTable.OwnNames.Concat(imported))
        {
            string frames = $"atari/frames/{game}";
            yield return (frames, () => new(frames, FrameRate(Options(game)), "frames/s", AleFrames));
            string pictures = $"atari/pipeline/{game}";
            yield return (pictures, () => new(pictures, PictureRate(Options(game)), "frames/s", AlePictures));
        }
    }

    private static AtariOptions Options(string game)
    {
        GameDefinition definition = GameTable.Find(game)!;
        return new()
        {
            Game = definition,
            Rom = game == Imported ? RomStore.Default.Read(definition) : OwnCartridges.Read(game),
            RepeatActionProbability = 0,
        };
    }

    private static double FrameRate(AtariOptions options)
    {
        AleMachine machine = new(options.Rom.Span, options.Game, new AleSettings { RepeatActionProbability = 0 });
        byte[] colors = new byte[3 * machine.Screen.Length];
        int clock = 0;
        machine.Reset();
        return Throughput.MeasureCompiled(() =>
        {
            for (int i = 0; i < StepsPerCall; i++)
            {
                machine.Act(options.Game.MinimalActions[Action(++clock, options.Game)]);
                machine.CopyRgb(colors);
                if (machine.IsOver)
                {
                    machine.Reset();
                }
            }

            return StepsPerCall;
        });
    }

    private static double PictureRate(AtariOptions options)
    {
        PixelOptions pixels = new();
        using AtariVectorEnv envs = new(Games, options, pixels, AutoresetMode.SameStep, threads: 1);
        StepBatch<byte> batch = envs.CreateBatch();
        int[] actions = new int[Games];
        int clock = 0;
        envs.Reset(batch.Observations, 1);
        return Throughput.MeasureCompiled(() =>
        {
            for (int i = 0; i < StepsPerCall; i++)
            {
                for (int env = 0; env < Games; env++)
                {
                    actions[env] = Action(++clock + env, options.Game);
                }

                envs.Step(actions, batch);
            }

            return StepsPerCall * Games * pixels.FrameSkip;
        });
    }

    private static int Action(int clock, GameDefinition game) => clock / 7 % game.MinimalActions.Count;
}
