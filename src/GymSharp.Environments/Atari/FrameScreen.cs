using GymSharp.Atari2600;

namespace GymSharp.Environments.Atari;

/// <summary>The screen as an agent is shown it: the last frame, or the mean of the last two.</summary>
internal sealed class FrameScreen
{
    private readonly AtariConsole console;
    private readonly byte[] before;
    private readonly byte[] mean;
    private readonly byte[] averages;
    private bool continues;
    private bool isMeanOld;

    /// <summary>Watches a console.</summary>
    /// <param name="console">The console.</param>
    /// <param name="averages">Whether colours are averaged.</param>
    public FrameScreen(AtariConsole console, bool averages)
    {
        this.console = console;
        this.averages = averages ? ColorMeans.Of(console.Format) : [];
        before = averages ? new byte[console.Screen.Length] : [];
        mean = averages ? new byte[console.Screen.Length] : [];
    }

    /// <summary>Palette indices, row by row.</summary>
    public ReadOnlySpan<byte> Pixels
    {
        get
        {
            if (averages.Length == 0)
            {
                return console.Screen;
            }

            if (isMeanOld)
            {
                Average();
            }

            return mean;
        }
    }

    /// <summary>Plays a frame.</summary>
    public void RunFrame()
    {
        // A call that was cut short goes on in the same picture.
        if (averages.Length > 0 && !continues)
        {
            console.Screen.CopyTo(before);
        }

        continues = console.RunFrame().IsPartial;
        isMeanOld = true;
    }

    /// <summary>Blackens both pictures, as a system reset does.</summary>
    public void Clear()
    {
        Array.Clear(before);
        continues = false;
        isMeanOld = true;
    }

    private void Average()
    {
        ReadOnlySpan<byte> now = console.Screen;
        for (int i = 0; i < mean.Length; i++)
        {
            mean[i] = averages[(now[i] << 8) | before[i]];
        }

        isMeanOld = false;
    }
}
