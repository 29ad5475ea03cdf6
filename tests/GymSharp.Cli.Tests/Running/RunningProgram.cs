using System.Diagnostics;
using System.Runtime.InteropServices;
using System.Text;

namespace GymSharp.Cli.Running;

/// <summary>A program at work.</summary>
internal sealed partial class RunningProgram : IDisposable
{
    // Far more than anything here takes; on a busy machine a test is slow, not wrong.
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(5);

    private readonly Process process;
    private readonly Task<string> output;
    private readonly Task<string> error;

    public RunningProgram(
        string program, string folder, IEnumerable<string> arguments, IReadOnlyDictionary<string, string?> environment)
    {
        ProcessStartInfo start = new(Environment.GetEnvironmentVariable("DOTNET_HOST_PATH") ?? "dotnet")
        {
            WorkingDirectory = folder,
            UseShellExecute = false,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            RedirectStandardInput = true,
            StandardOutputEncoding = Encoding.UTF8,
            StandardErrorEncoding = Encoding.UTF8,
        };
        start.ArgumentList.Add(program);
        foreach (string argument in arguments)
        {
            start.ArgumentList.Add(argument);
        }

        start.Environment.Remove("COLUMNS");
        start.Environment.Remove("GYMSHARP_FFMPEG");
        foreach ((string name, string? value) in environment)
        {
            start.Environment[name] = value;
        }

        process = Process.Start(start)!;
        process.StandardInput.Close();
        output = process.StandardOutput.ReadToEndAsync();
        error = process.StandardError.ReadToEndAsync();
    }

    /// <summary>Waits until something has happened outside.</summary>
    public void WaitUntil(Func<bool> happened)
    {
        Stopwatch watch = Stopwatch.StartNew();
        while (!happened())
        {
            Assert.False(process.HasExited, "The program ended before that for which the test waits.");
            Assert.True(watch.Elapsed < Patience, "That for which the test waits did not happen.");
            Thread.Sleep(1);
        }
    }

    /// <summary>Ends the program as a power cut does, with all its children.</summary>
    public void Kill()
    {
        process.Kill(entireProcessTree: true);
        process.WaitForExit();
    }

    /// <summary>Sends a signal.</summary>
    public void Send(Signal signal)
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "There are no signals.");
        Assert.Equal(0, SendSignal(process.Id, (int)signal));
    }

    public ProgramResult Finish()
    {
        Assert.True(process.WaitForExit(Patience), "The program did not end.");
        return new(process.ExitCode, output.GetAwaiter().GetResult(), error.GetAwaiter().GetResult());
    }

    public void Dispose()
    {
        if (!process.HasExited)
        {
            Kill();
        }

        process.Dispose();
    }

    [LibraryImport("libc", EntryPoint = "kill")]
    private static partial int SendSignal(int process, int signal);
}
