using System.Diagnostics;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics.X86;

namespace GymSharp.Neural.Tests.Kernels;

/// <summary>The kernels in processes whose runtime is told that the processor has fewer instructions.</summary>
public sealed class InstructionSetTests
{
    [Fact]
    public void All_vector_lengths_give_the_same_bits()
    {
        string[] widest = Report();
        string[] narrower = Report("DOTNET_EnableAVX512=0");
        string[] narrow = Report("DOTNET_EnableAVX512=0", "DOTNET_EnableAVX2=0");
        string[] none = Report("DOTNET_EnableHWIntrinsic=0");
        Assert.Equal("False False False", none[0]);
        if (Avx512F.IsSupported)
        {
            Assert.StartsWith("True True", widest[0], StringComparison.Ordinal);
        }

        if (Avx2.IsSupported)
        {
            Assert.StartsWith("False True", narrower[0], StringComparison.Ordinal);
            Assert.StartsWith("False False", narrow[0], StringComparison.Ordinal);
        }

        Assert.Equal(widest[1..], narrower[1..]);
        Assert.Equal(widest[1..], narrow[1..]);
        Assert.Equal(widest[1..], none[1..]);
    }

    // Runs the probe in a process of its own and returns the lines of its report.
    private static string[] Report(params string[] settings)
    {
        string file = Path.GetTempFileName();
        try
        {
            string runtime = RuntimeEnvironment.GetRuntimeDirectory();
            string host = Path.GetFullPath(Path.Combine(
                runtime, "..", "..", "..", OperatingSystem.IsWindows() ? "dotnet.exe" : "dotnet"));
            ProcessStartInfo start = new(host)
            {
                UseShellExecute = false,
                RedirectStandardOutput = true,
                RedirectStandardError = true,
            };
            start.ArgumentList.Add(typeof(KernelProbe).Assembly.Location);
            start.ArgumentList.Add("-class");
            start.ArgumentList.Add(typeof(KernelProbe).FullName!);
            start.Environment[KernelProbe.ReportVariable] = file;
            foreach (string setting in settings)
            {
                string[] pair = setting.Split('=');
                start.Environment[pair[0]] = pair[1];
            }

            using Process process = Process.Start(start)!;
            string output = process.StandardOutput.ReadToEnd();
            process.WaitForExit();
            Assert.True(process.ExitCode == 0, $"{string.Join(' ', settings)}: {output}");
            return File.ReadAllLines(file);
        }
        finally
        {
            File.Delete(file);
        }
    }
}
