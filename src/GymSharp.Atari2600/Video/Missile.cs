using System.Runtime.InteropServices;

namespace GymSharp.Atari2600;

/// <summary>A missile: a bar of one to eight pixels that has its player's copies and colour.</summary>
[StructLayout(LayoutKind.Sequential, Pack = 1)]
internal struct Missile
{
    // How far left an armed missile drifts at the end of a line, by the counter that has just been raised.
    private static readonly int[] Drifts = [18, 33, 0, 17];

    // The size shown while the counter is 1.
    private static readonly int[] WideSizes = [1, 1, 3, 3];
    /// <summary>Column of the first copy.</summary>
    public byte Position;

    /// <summary>The upper half of the motion register.</summary>
    public byte Motion;

    private byte mode;
    private byte size;
    private byte counter;

    // What the drift does to this line's pixels: the counter, or 0 once NUSIZ or the position was written.
    private byte phase;
    private bool enabled;
    private bool locked;
    private bool drifting;

    /// <summary>Whether it can be seen.</summary>
    public readonly bool IsShown => enabled && !locked;

    /// <summary>Whether it drifts left with each line: the stars of Cosmic Ark.</summary>
    public readonly bool IsDrifting => drifting;

    /// <summary>Whether its pixels are left out on this line of the drift.</summary>
    public readonly bool IsBlinking => drifting && phase == 2;

    /// <summary>Where in <see cref="ObjectMasks.Missiles"/> column 0 is.</summary>
    public readonly int MaskOffset
    {
        get
        {
            int width = drifting && phase == 1 ? WideSizes[size] : size;
            return (((4 * mode) + width) * ObjectMasks.Stride) + ObjectMasks.Center - Position;
        }
    }

    /// <summary>NUSIZ: copies and size.</summary>
    public void SetNusiz(int value)
    {
        mode = (byte)(value & 7);
        size = (byte)((value >> 4) & 3);
        phase = 0;
    }

    /// <summary>ENAM.</summary>
    public void SetEnabled(bool on) => enabled = on;

    /// <summary>RESM: a strobe.</summary>
    public void MoveTo(int position)
    {
        Position = (byte)position;
        phase = 0;
    }

    /// <summary>RESMP: hidden in its player while locked, in its middle when let go.</summary>
    public void SetLocked(bool on, in Player player)
    {
        if (locked && !on)
        {
            MoveTo(player.Middle);
        }

        locked = on;
    }

    /// <summary>Starts or ends the drift.</summary>
    public void SetDrifting(bool on)
    {
        drifting = on;
        counter = 0;
        phase = 0;
    }

    /// <summary>The end of a line: the drift's next step.</summary>
    public void Drift()
    {
        counter = (byte)((counter + 1) & 3);
        phase = counter;
        Position = (byte)((Position + 160 - Drifts[counter]) % 160);
    }
}
