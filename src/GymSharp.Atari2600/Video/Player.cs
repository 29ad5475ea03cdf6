using System.Runtime.InteropServices;

namespace GymSharp.Atari2600;

/// <summary>A player: an eight-pixel pattern shown once or up to three times. All of it is state.</summary>
[StructLayout(LayoutKind.Sequential, Pack = 1)]
internal struct Player
{
    private static readonly byte[] Reversed = BuildReversed();

    /// <summary>Column of the first copy.</summary>
    public byte Position;

    /// <summary>The upper half of the motion register.</summary>
    public byte Motion;

    /// <summary>The pattern as it is shown now; 0 is invisible.</summary>
    public byte Shown;

    /// <summary>NUSIZ mode, 0 to 7.</summary>
    public byte Mode;

    /// <summary>
    /// Whether the first copy is left out until the end of the line, as after a strobe of its position.
    /// </summary>
    public bool FirstHidden;

    private byte pattern;
    private byte oldPattern;
    private bool reflected;
    private bool delayed;

    /// <summary>Where in <see cref="ObjectMasks.Players"/> column 0 is.</summary>
    public readonly int MaskOffset => (((2 * Mode) + (FirstHidden ? 1 : 0)) * ObjectMasks.Stride)
        + ObjectMasks.Center - Position;

    /// <summary>Where the missile goes that is locked to the player.</summary>
    public readonly int Middle => (Position + (4 * ObjectMasks.Scale(Mode))) % 160;

    /// <summary>NUSIZ: the copies.</summary>
    public void SetMode(int mode)
    {
        Mode = (byte)mode;
        FirstHidden = false;
    }

    /// <summary>GRP: the pattern.</summary>
    public void SetPattern(int value)
    {
        pattern = (byte)value;
        Show();
    }

    /// <summary>The other player's pattern was written: the delayed pattern follows the present one.</summary>
    public void Latch()
    {
        oldPattern = pattern;
        Show();
    }

    /// <summary>REFP: reflection.</summary>
    public void SetReflected(bool on)
    {
        reflected = on;
        Show();
    }

    /// <summary>VDELP: vertical delay.</summary>
    public void SetDelayed(bool on)
    {
        delayed = on;
        Show();
    }

    private void Show()
    {
        byte bits = delayed ? oldPattern : pattern;
        Shown = reflected ? Reversed[bits] : bits;
    }

    private static byte[] BuildReversed()
    {
        byte[] reversed = new byte[256];
        for (int i = 0; i < 2048; i++)
        {
            reversed[i / 8] |= (byte)((i >> 3 >> (i & 7) & 1) << (7 - (i & 7)));
        }

        return reversed;
    }
}
