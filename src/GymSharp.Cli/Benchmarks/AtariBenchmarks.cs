using GymSharp.Environments.Atari;
using GymSharp.Environments.Atari.Games;
using GymSharp.Environments.Atari.Preprocessing;
using GymSharp.Environments.Atari.Roms;
using GymSharp.Vector;

namespace GymSharp.Cli.Benchmarks;

/// <summary>An Atari game as agents see it: four frames, the brightest of two, grey, 84 × 84, four of them.</summary>
internal static class AtariBenchmarks
{
    private const string Name = "atari/pipeline";
    private const int Games = 4;
    private const int StepsPerCall = 20;

    /// <summary>Frames per second of ALE 0.12 in C++ with the same pictures of Tetris, one thread.</summary>
    private const double AleRate = 8_600;

    public static IEnumerable<(string Name, Func<BenchmarkResult> Run)> All()
    {
        yield return (Name, () => new(Name, Rate(), "frames/s", AleRate));
    }

    // One thread, as the reference.
    private static double Rate()
    {
        const string game = "laser_invaders";
        AtariOptions options = new()
        {
            Game = GameTable.Find(game)!,
            Rom = OwnCartridges.Read(game),
            RepeatActionProbability = 0,
        };
        PixelOptions pixels = new();
        using AtariVectorEnv envs = new(Games, options, pixels, AutoresetMode.SameStep, threads: 1);
        StepBatch<byte> batch = envs.CreateBatch();
        int[] actions = new int[Games];
        int clock = 0;
        envs.Reset(batch.Observations, 1);
        return Throughput.Measure(() =>
        {
            for (int i = 0; i < StepsPerCall; i++)
            {
                for (int env = 0; env < Games; env++)
                {
                    actions[env] = (++clock + env) / 7 % 6;
                }

                envs.Step(actions, batch);
            }

            return StepsPerCall * Games * pixels.FrameSkip;
        });
    }
}
