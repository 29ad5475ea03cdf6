using System.Diagnostics;
using System.Globalization;
using System.Text;
using GymSharp.Cli.Output;

namespace GymSharp.Cli.Benchmarks;

/// <summary>Measures Gymnasium itself on this machine, where Python has it, so that both stand in one run.</summary>
internal static class GymnasiumReference
{
    private const string Script = """
        import sys, time, warnings
        warnings.filterwarnings("ignore")
        import gymnasium
        env = gymnasium.make(sys.argv[1])
        env.action_space.seed(1)
        actions = [env.action_space.sample() for _ in range(500)]
        env.reset(seed=1)
        best = 0.0
        for _ in range(20):
            begun = time.perf_counter()
            for action in actions:
                _, _, terminated, truncated, _ = env.step(action)
                if terminated or truncated:
                    env.reset()
            best = max(best, len(actions) / (time.perf_counter() - begun))
        print(best)
        """;

    /// <summary>Steps per second of <c>gymnasium.make(id)</c>; the fastest of many short rounds, as everything here.</summary>
    /// <param name="python">The Python program, for example <c>python3</c>.</param>
    /// <param name="id">Id of the environment.</param>
    /// <exception cref="UsageException">It cannot be started, or has no Gymnasium.</exception>
    public static double Measure(string python, string id)
    {
        ProcessStartInfo start = new(python, ["-", id])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        try
        {
            using Process process = Process.Start(start)!;
            process.StandardInput.Write(Script);
            process.StandardInput.Close();
            StringBuilder errors = new();
            process.ErrorDataReceived += (_, line) => errors.AppendLine(line.Data);
            process.BeginErrorReadLine();
            string output = process.StandardOutput.ReadToEnd();
            process.WaitForExit();
            return double.TryParse(output.Trim(), CultureInfo.InvariantCulture, out double rate)
                ? rate
                : throw new UsageException(
                    $"--gymnasium {python}: it could not run Gymnasium. {LastLine(errors.ToString())} Name a Python that has it: "
                    + "pip install gymnasium.");
        }
        catch (System.ComponentModel.Win32Exception error)
        {
            throw new UsageException($"--gymnasium {python}: it cannot be started: {error.Message}");
        }
    }

    private static string LastLine(string text) => text.TrimEnd().Split('\n')[^1].Trim();
}
