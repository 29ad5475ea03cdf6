namespace GymSharp.Atari2600;

/// <summary>The television standard a cartridge is made for.</summary>
public enum TelevisionFormat
{
    /// <summary>262 lines at 60 Hz, 128 colours.</summary>
    Ntsc,

    /// <summary>312 lines at 50 Hz, 104 colours; odd line counts lose the colour.</summary>
    Pal,

    /// <summary>PAL's timing, eight colours.</summary>
    Secam,
}
