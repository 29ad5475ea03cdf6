using static GymSharp.Atari2600.TiaRegister;

namespace GymSharp.Atari2600;

/// <summary>What writes to the TIA do to the picture.</summary>
internal sealed partial class Tia
{
    // A strobe in the blank puts an object here.
    private const int PlayerLeft = 3;
    private const int OthersLeft = 2;

    // Beyond this clock of a line a new reflection bit waits for the next line.
    private const int MirrorDeadline = 147;

    // Clocks between an HMOVE and the write to HMM0 that sets missile 0 adrift.
    private const int DriftDelay = 63;

    // By cycle modulo 4: to the start of the next playfield pixel but one.
    private static readonly int[] PlayfieldDelays = [4, 5, 2, 3];

    private void Apply(int register, int value, int clock)
    {
        switch (register)
        {
            case Vblank:
                DrawTo(clock + 1);
                state.Blanked = (value & 2) != 0;
                break;
            case Nusiz0 or Nusiz1:
                DrawTo(clock + 8);
                state.Players[register - Nusiz0].SetMode(value & 7);
                state.Missiles[register - Nusiz0].SetNusiz(value);
                break;
            case >= Colup0 and <= Colubk:
                WriteColor(register, value, clock);
                break;
            case Ctrlpf:
                WriteControl(value, clock);
                break;
            case Refp0 or Refp1:
                DrawTo(clock + 1);
                state.Players[register - Refp0].SetReflected((value & 8) != 0);
                break;
            case >= Pf0 and <= Pf2:
                DrawTo(clock + PlayfieldDelays[Column(clock) / 3 % 4]);
                state.Field.Set(register - Pf0, value);
                break;
            case >= Resp0 and <= Resbl:
                Strobe(register, clock);
                break;
            case Grp0 or Grp1:
                WritePattern(register - Grp0, value, clock);
                break;
            default:
                WriteOthers(register, value, clock);
                break;
        }
    }

    private static int Column(int clock) => clock % LineClocks;

    private void WriteOthers(int register, int value, int clock)
    {
        switch (register)
        {
            case Enam0 or Enam1:
                DrawTo(clock);
                state.Missiles[register - Enam0].SetEnabled((value & 2) != 0);
                break;
            case Enabl:
                DrawTo(clock);
                state.Ball.SetEnabled((value & 2) != 0);
                break;
            case >= Hmp0 and <= Hmbl:
                SetMotion(register, (byte)(value >> 4), clock);
                break;
            case Vdelp0 or Vdelp1:
                DrawTo(clock);
                state.Players[register - Vdelp0].SetDelayed((value & 1) != 0);
                break;
            case Vdelbl:
                DrawTo(clock);
                state.Ball.SetDelayed((value & 1) != 0);
                break;
            case Resmp0 or Resmp1:
                DrawTo(clock);
                state.Missiles[register - Resmp0].SetLocked((value & 2) != 0, state.Players[register - Resmp0]);
                break;
            case Hmove:
                Move(clock);
                break;
            case Hmclr:
                for (int i = Hmp0; i <= Hmbl; i++)
                {
                    SetMotion(i, 0, clock);
                }

                break;
            case Cxclr:
                DrawTo(clock);
                collisions = 0;
                break;
        }
    }

    private void WriteColor(int register, int value, int clock)
    {
        DrawTo(clock);
        byte color = Colored(value);
        switch (register)
        {
            case Colup0:
                state.ColorPlayer0 = color;
                break;
            case Colup1:
                state.ColorPlayer1 = color;
                break;
            case Colupf:
                state.ColorPlayfield = color;
                break;
            default:
                state.ColorBackground = color;
                break;
        }
    }

    private byte Colored(int value) => (byte)((value & 0xFE) | state.Gray);

    private void WriteControl(int value, int clock)
    {
        DrawTo(clock);
        state.MirrorWanted = (value & 1) != 0;
        state.ScoreMode = (value & 2) != 0;
        state.PlayfieldFirst = (value & 4) != 0;
        state.Ball.Size = (byte)((value >> 4) & 3);
        if (Column(clock) < MirrorDeadline)
        {
            state.Mirrored = state.MirrorWanted;
        }
    }

    private void WritePattern(int player, int value, int clock)
    {
        DrawTo(clock + 1);
        state.Players[player].SetPattern(value);
        state.Players[1 - player].Latch();
        if (player == 1)
        {
            state.Ball.Latch();
        }
    }

    private void SetMotion(int register, byte motion, int clock)
    {
        switch (register)
        {
            case Hmp0 or Hmp1:
                state.Players[register - Hmp0].Motion = motion;
                break;
            case Hmm0:
                if (state.Missiles[0].Motion == 7 && motion == 6 && clock - lastHmove == DriftDelay)
                {
                    DrawTo(clock);
                    state.Missiles[0].SetDrifting(true);
                }

                state.Missiles[0].Motion = motion;
                break;
            case Hmm1:
                state.Missiles[1].Motion = motion;
                break;
            default:
                state.Ball.Motion = motion;
                break;
        }
    }

    private void Move(int clock)
    {
        DrawTo(clock);
        int cycle = Column(clock) / 3;
        state.CombPending |= combAllowed && MotionTable.LengthensBlank(cycle);
        lastHmove = clock;
        for (int i = 0; i < 2; i++)
        {
            state.Players[i].Position = Moved(state.Players[i].Position, cycle, state.Players[i].Motion);
            state.Players[i].FirstHidden = false;
            state.Missiles[i].Position = Moved(state.Missiles[i].Position, cycle, state.Missiles[i].Motion);
            state.Missiles[i].SetDrifting(false);
        }

        state.Ball.Position = Moved(state.Ball.Position, cycle, state.Ball.Motion);
    }

    private static byte Moved(int position, int cycle, int motion) =>
        (byte)((position + Columns + MotionTable.Move(cycle, motion)) % Columns);
}
