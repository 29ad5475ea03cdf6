using System.Runtime.InteropServices;

namespace GymSharp.Atari2600;

/// <summary>The three registers of the playfield.</summary>
[StructLayout(LayoutKind.Sequential, Pack = 1)]
internal struct PlayfieldBits
{
    /// <summary>The leftmost four pixels, in bits 4 to 7.</summary>
    public byte Pf0;

    /// <summary>The next eight, bit 7 first.</summary>
    public byte Pf1;

    /// <summary>The next eight, bit 0 first.</summary>
    public byte Pf2;

    /// <summary>Writes one of them.</summary>
    /// <param name="index">0 to 2.</param>
    /// <param name="value">The byte.</param>
    public void Set(int index, int value)
    {
        switch (index)
        {
            case 0:
                Pf0 = (byte)value;
                break;
            case 1:
                Pf1 = (byte)value;
                break;
            default:
                Pf2 = (byte)value;
                break;
        }
    }
}
