using System.Diagnostics;
using System.Globalization;
using System.Text;
using GymSharp.Cli.Output;

namespace GymSharp.Cli.Benchmarks;

/// <summary>A Python that measures what is compared with, in the same run on the same machine.</summary>
/// <param name="Path">The program.</param>
/// <param name="Option">The option that named it.</param>
/// <param name="Library">What it must have.</param>
/// <param name="Package">The same, as pip knows it.</param>
internal sealed record PythonProgram(string Path, string Option, string Library, string Package)
{
    /// <summary>Runs a script that prints one number.</summary>
    /// <param name="script">The script.</param>
    /// <param name="arguments">Its arguments.</param>
    /// <exception cref="UsageException">The program cannot be started, or lacks the library.</exception>
    public double Measure(string script, params IEnumerable<string> arguments)
    {
        ProcessStartInfo start = new(Path, ["-", .. arguments])
        {
            UseShellExecute = false,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        try
        {
            using Process process = Process.Start(start)!;
            StringBuilder errors = new();
            process.ErrorDataReceived += (_, line) => errors.AppendLine(line.Data);
            process.BeginErrorReadLine();
            Hand(process.StandardInput, script);
            string output = process.StandardOutput.ReadToEnd();
            process.WaitForExit();
            return double.TryParse(output.Trim(), CultureInfo.InvariantCulture, out double number)
                ? number
                : throw new UsageException(
                    $"{Option} {Path}: it could not run {Library}. {LastLine(errors.ToString())} "
                    + $"Name a Python that has it: pip install {Package}.");
        }
        catch (System.ComponentModel.Win32Exception error)
        {
            throw new UsageException($"{Option} {Path}: it cannot be started: {error.Message}");
        }
    }

    private static void Hand(StreamWriter input, string script)
    {
        try
        {
            using (input)
            {
                input.Write(script);
            }
        }
        catch (IOException)
        {
            // It ended before it read all of this; what it printed tells why.
        }
    }

    private static string LastLine(string text) => text.TrimEnd().Split('\n')[^1].Trim();
}
