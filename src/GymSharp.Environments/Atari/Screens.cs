using GymSharp.Rendering;

namespace GymSharp.Environments.Atari;

/// <summary>What all environments tell and show of a machine.</summary>
internal static class Screens
{
    /// <summary>Frames that a console shows in a second.</summary>
    public const int FramesPerSecond = 60;

    /// <summary>The screen as it is, 160 pixels wide.</summary>
    public static Frame Picture(AleMachine machine)
    {
        byte[] pixels = new byte[3 * machine.Screen.Length];
        machine.CopyRgb(pixels);
        return new Frame(Atari2600.AtariConsole.Width, machine.Height, pixels);
    }

    /// <summary>Lives and frame numbers, by Gymnasium's names.</summary>
    public static Info InfoOf(AleMachine machine) => new(
        new("lives", machine.Lives),
        new("episode_frame_number", machine.EpisodeFrameNumber),
        new("frame_number", machine.FrameNumber));
}
