using System.ComponentModel;
using System.Diagnostics;

namespace GymSharp.Recording;

/// <summary>A running <c>ffmpeg</c>: takes bytes, remembers what it complains about.</summary>
internal sealed class FfmpegProcess : IDisposable
{
    private const int RememberedLines = 10;

    // Only what is left after the last frame has to be written then; minutes mean that it hangs.
    private static readonly TimeSpan FinishTime = TimeSpan.FromMinutes(5);

    private readonly Process process;
    private readonly string path;
    private readonly Queue<string> complaints = new();

    private FfmpegProcess(Process process, string path)
    {
        this.process = process;
        this.path = path;
    }

    /// <summary>Starts the program.</summary>
    /// <exception cref="VideoException">It cannot be started.</exception>
    public static FfmpegProcess Start(string executable, IReadOnlyList<string> arguments, string path)
    {
        ProcessStartInfo start = new(executable)
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            UseShellExecute = false,
            CreateNoWindow = true,
        };
        foreach (string argument in arguments)
        {
            start.ArgumentList.Add(argument);
        }

        Process program = new() { StartInfo = start };
        FfmpegProcess started = new(program, path);
        program.ErrorDataReceived += (_, line) => started.Remember(line.Data);
        program.OutputDataReceived += (_, _) => { };
        try
        {
            program.Start();
        }
        catch (Win32Exception error)
        {
            program.Dispose();
            throw new VideoException(
                $"Cannot write {path}: {executable} does not start ({error.Message}). "
                + $"Set {Ffmpeg.Variable} to a working ffmpeg, or record GIF.",
                error);
        }

        program.BeginErrorReadLine();
        program.BeginOutputReadLine();
        return started;
    }

    /// <summary>Sends bytes to the program.</summary>
    /// <exception cref="VideoException">The program has ended.</exception>
    public void Write(ReadOnlySpan<byte> bytes)
    {
        try
        {
            process.StandardInput.BaseStream.Write(bytes);
        }
        catch (IOException error)
        {
            WaitForEnd();
            throw Failure("it stopped taking frames", error);
        }
    }

    /// <summary>Tells the program that no more comes, and waits until it has ended.</summary>
    /// <exception cref="VideoException">It failed.</exception>
    public void Finish()
    {
        try
        {
            process.StandardInput.Close();
        }
        catch (IOException)
        {
            // The program closed its end first; its exit code says why.
        }

        WaitForEnd();
        if (process.ExitCode != 0)
        {
            throw Failure("it failed");
        }
    }

    /// <summary>An exception with everything that is known about the failure.</summary>
    public VideoException Failure(string what, Exception? cause = null)
    {
        string said;
        lock (complaints)
        {
            said = complaints.Count == 0 ? "It said nothing." : "It said:\n  " + string.Join("\n  ", complaints);
        }

        string message = $"Cannot write {path} with {process.StartInfo.FileName}: {what} "
            + $"(exit code {process.ExitCode}). "
            + $"Mend the cause, set {Ffmpeg.Variable} to another ffmpeg, or record GIF. {said}";
        return cause is null ? new VideoException(message) : new VideoException(message, cause);
    }

    /// <summary>Ends the program if it still runs.</summary>
    public void Dispose()
    {
        if (!process.HasExited)
        {
            process.Kill(entireProcessTree: true);
            process.WaitForExit();
        }

        process.Dispose();
    }

    private void WaitForEnd()
    {
        if (!process.WaitForExit(FinishTime))
        {
            process.Kill(entireProcessTree: true);
        }

        // Without a time limit this also waits for the last lines of its output.
        process.WaitForExit();
    }

    private void Remember(string? line)
    {
        if (string.IsNullOrWhiteSpace(line))
        {
            return;
        }

        lock (complaints)
        {
            complaints.Enqueue(line);
            if (complaints.Count > RememberedLines)
            {
                complaints.Dequeue();
            }
        }
    }
}
