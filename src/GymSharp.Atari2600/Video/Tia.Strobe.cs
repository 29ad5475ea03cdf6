using static GymSharp.Atari2600.TiaRegister;

namespace GymSharp.Atari2600;

/// <summary>The strobes that put an object where the beam is.</summary>
internal sealed partial class Tia
{
    // The chip takes some clocks to start over.
    private const int PlayerLag = 5;
    private const int OthersLag = 4;
    private const int MissileDelay = 8;

    // A copy that has begun is finished before the player moves.
    private const int CopyDelay = 11;

    private void Strobe(int register, int clock)
    {
        if (register <= Resp1)
        {
            StrobePlayer(ref state.Players[register - Resp0], clock);
            return;
        }

        int position = AfterMove(register, clock) ?? Strobed(clock, OthersLeft, OthersLag);
        if (register == Resbl)
        {
            DrawTo(clock);
            state.Ball.Position = (byte)position;
        }
        else
        {
            DrawTo(clock + MissileDelay);
            state.Missiles[register - Resm0].MoveTo(position);
        }
    }

    private void StrobePlayer(ref Player player, int clock)
    {
        int position = Strobed(clock, PlayerLeft, PlayerLag);
        int wide = 3 + (8 * ObjectMasks.Scale(player.Mode));
        bool begun = false;
        bool anew = false;
        foreach (int copy in ObjectMasks.Copies(player.Mode))
        {
            int distance = (position + Columns - ((player.Position + copy) % Columns)) % Columns;
            anew |= distance <= 3;
            begun |= distance > 3 && distance <= wide;
        }

        DrawTo(begun && !anew ? clock + CopyDelay : clock);
        player.Position = (byte)position;
        player.FirstHidden = !anew;
    }

    private static int Strobed(int clock, int left, int lag) => Column(clock) is int column && column < BlankClocks
        ? left
        : (column - BlankClocks + lag) % Columns;

    // While a move is under way its extra clocks arrive in the middle of a strobe.
    private int? AfterMove(int register, int clock) => (register, clock - lastHmove, Column(clock)) switch
    {
        (Resm0, 60, 69) => 8,
        (Resm1, 9, 18) => 3,
        (Resbl, 54 or 60, 60 or 69) => 10,
        (Resbl, 9, 18) => 3,
        (Resbl, 21, 30) => 6,
        (Resbl, 18, 27) => 5,
        _ => null,
    };
}
