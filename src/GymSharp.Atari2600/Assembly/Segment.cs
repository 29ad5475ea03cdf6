namespace GymSharp.Atari2600.Assembly;

/// <summary>A part of the program with its own program counter; an uninitialised one only reserves addresses.</summary>
internal sealed class Segment(bool isUninitialised)
{
    public bool IsUninitialised { get; } = isUninitialised;

    /// <summary>Where the next byte lands in the image.</summary>
    public Number Address { get; set; } = Number.Unknown;

    /// <summary>Where the program thinks it is, if <c>RORG</c> said so.</summary>
    public Number? Relocated { get; set; }

    /// <summary>The program counter that labels take.</summary>
    public Number Here => Relocated ?? Address;

    /// <summary>Moves both counters on.</summary>
    public void Advance(int bytes)
    {
        Address = Address with { Value = Address.Value + bytes };
        if (Relocated is Number place)
        {
            Relocated = place with { Value = place.Value + bytes };
        }
    }
}
