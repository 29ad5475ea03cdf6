using System.Runtime.InteropServices;

namespace GymSharp.Atari2600;

/// <summary>The ball: a bar of one to eight pixels in the playfield's colour.</summary>
[StructLayout(LayoutKind.Sequential, Pack = 1)]
internal struct Ball
{
    /// <summary>Its column.</summary>
    public byte Position;

    /// <summary>The upper half of the motion register.</summary>
    public byte Motion;

    /// <summary>CTRLPF bits 4 and 5: 1, 2, 4 or 8 pixels.</summary>
    public byte Size;

    private bool enabled;
    private bool oldEnabled;
    private bool delayed;

    /// <summary>Whether it can be seen.</summary>
    public readonly bool IsShown => delayed ? oldEnabled : enabled;

    /// <summary>Where in <see cref="ObjectMasks.Missiles"/> column 0 is.</summary>
    public readonly int MaskOffset => (Size * ObjectMasks.Stride) + ObjectMasks.Center - Position;

    /// <summary>ENABL.</summary>
    public void SetEnabled(bool on) => enabled = on;

    /// <summary>VDELBL.</summary>
    public void SetDelayed(bool on) => delayed = on;

    /// <summary>GRP1 was written: the delayed ball follows the present one.</summary>
    public void Latch() => oldEnabled = enabled;
}
