namespace GymSharp.Atari2600;

/// <summary>What a control value makes of a channel's two shift registers.</summary>
/// <param name="Gate">On which clocks the pulse register moves.</param>
/// <param name="Feed">What enters it at the top.</param>
internal readonly record struct SoundTone(SoundGate Gate, SoundFeed Feed)
{
    /// <summary>
    /// By the value of AUDC; the names are those of the programmer's guide (S. Wright, <i>Stella Programmer's
    /// Guide</i>, 1979).
    /// </summary>
    public static readonly SoundTone[] Of =
    [
        new(SoundGate.Open, SoundFeed.One),        // 0: set to 1
        new(SoundGate.Open, SoundFeed.Poly4),      // 1: 4 bit poly
        new(SoundGate.Div31, SoundFeed.Poly4),     // 2: div 31, 4 bit poly
        new(SoundGate.Poly5, SoundFeed.Poly4),     // 3: 5 bit poly, 4 bit poly
        new(SoundGate.Open, SoundFeed.Toggle),     // 4: div 2, pure tone
        new(SoundGate.Open, SoundFeed.Toggle),     // 5: div 2, pure tone
        new(SoundGate.Div31, SoundFeed.Toggle),    // 6: div 31, pure tone
        new(SoundGate.Poly5, SoundFeed.Toggle),    // 7: 5 bit poly, div 2
        new(SoundGate.Open, SoundFeed.Poly9),      // 8: 9 bit poly, white noise
        new(SoundGate.Open, SoundFeed.Poly5),      // 9: 5 bit poly
        new(SoundGate.Div31, SoundFeed.NoiseEnd),  // 10: div 31, pure tone
        new(SoundGate.Open, SoundFeed.One),        // 11: set last 4 bits to 1
        new(SoundGate.Open, SoundFeed.Div3),       // 12: div 6, pure tone
        new(SoundGate.Open, SoundFeed.Div3),       // 13: div 6, pure tone
        new(SoundGate.Div31, SoundFeed.Div3),      // 14: div 93, pure tone
        new(SoundGate.Poly5, SoundFeed.Div3),      // 15: 5 bit poly, div 6
    ];

    /// <summary>Whether the noise register moves; else it stands still.</summary>
    public bool MovesNoise => Gate != SoundGate.Open || Feed is SoundFeed.Poly5 or SoundFeed.Poly9;
}
