using System.Diagnostics;
using System.Globalization;
using GymSharp.Rendering;

namespace GymSharp.Tests.Recording;

/// <summary>The ffmpeg program as a reader that shares no code with this library.</summary>
internal static class FfmpegTool
{
    /// <summary>Decodes every frame of a picture or video.</summary>
    public static List<Frame> Decode(string path, int width, int height)
    {
        byte[] raw = Run(
            "ffmpeg",
            ["-v", "error", "-i", path, "-fps_mode", "passthrough", "-f", "rawvideo", "-pix_fmt", "rgb24", "-"]);
        int size = width * height * 3;
        Assert.Equal(0, raw.Length % size);
        return [.. raw.Chunk(size).Select(pixels => new Frame(width, height, pixels))];
    }

    /// <summary>One property of the video, for example "width" or "r_frame_rate".</summary>
    public static string Probe(string path, string property)
    {
        byte[] output = Run(
            "ffprobe",
            ["-v", "error", "-select_streams", "v", "-show_entries", "stream=" + property, "-of", "csv=p=0", path]);
        return System.Text.Encoding.ASCII.GetString(output).Trim().TrimEnd(',');
    }

    /// <summary>The time between frames in hundredths of a second, for all but the last frame.</summary>
    public static List<int> Delays(string path)
    {
        byte[] output = Run(
            "ffprobe", ["-v", "error", "-show_entries", "packet=pts_time", "-of", "csv=p=0", path]);
        double[] times = [.. System.Text.Encoding.ASCII.GetString(output)
            .Split('\n', StringSplitOptions.RemoveEmptyEntries)
            .Select(line => double.Parse(line.TrimEnd(',', '\r'), CultureInfo.InvariantCulture))];
        return [.. times.Zip(times.Skip(1), (from, to) => (int)Math.Round((to - from) * 100))];
    }

    private static byte[] Run(string program, string[] arguments)
    {
        ProcessStartInfo start = new(program, arguments)
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            UseShellExecute = false,
        };
        using Process process = Process.Start(start)!;
        Task<string> errors = process.StandardError.ReadToEndAsync();
        using MemoryStream output = new();
        process.StandardOutput.BaseStream.CopyTo(output);
        process.WaitForExit();
        Assert.True(process.ExitCode == 0, $"{program} failed: {errors.GetAwaiter().GetResult()}");
        return output.ToArray();
    }
}
