using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace GymSharp.Atari2600;

/// <summary>
/// Everything the pixels of a line depend on, but for what is written during it. It has no gaps and fills 64 bytes, so
/// that two can be compared, and one hashed, in a few instructions.
/// </summary>
[StructLayout(LayoutKind.Sequential, Pack = 1, Size = Bytes)]
internal struct PictureState
{
    /// <summary>Bytes of it.</summary>
    public const int Bytes = 64;

    public TwoPlayers Players;
    public TwoMissiles Missiles;
    public Ball Ball;
    public PlayfieldBits Field;
    public byte ColorPlayer0;
    public byte ColorPlayer1;
    public byte ColorPlayfield;
    public byte ColorBackground;
    public byte Gray;
    public bool Blanked;
    public bool Mirrored;
    public bool MirrorWanted;
    public bool ScoreMode;
    public bool PlayfieldFirst;
    public bool CombPending;
    public bool CombOnLine;

    /// <summary>Player 0 and player 1.</summary>
    [InlineArray(2)]
    internal struct TwoPlayers
    {
        private Player first;
    }

    /// <summary>Missile 0 and missile 1.</summary>
    [InlineArray(2)]
    internal struct TwoMissiles
    {
        private Missile first;
    }
}
