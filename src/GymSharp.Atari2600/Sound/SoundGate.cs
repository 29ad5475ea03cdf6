namespace GymSharp.Atari2600;

/// <summary>On which clocks the pulse register of a sound channel moves.</summary>
internal enum SoundGate : byte
{
    /// <summary>On each.</summary>
    Open,

    /// <summary>On two of 31, after 18 and 13 clocks by turns.</summary>
    Div31,

    /// <summary>On those that leave a 1 at the end of the noise register.</summary>
    Poly5,
}
