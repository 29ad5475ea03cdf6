namespace GymSharp.Atari2600;

/// <summary>
/// The loop in which programs wait for the timer: a load of INTIM and a branch back to it while it is not zero.
/// </summary>
/// <param name="CyclesToRead">Cycles from the loop's start to the end of the load.</param>
/// <param name="CyclesOfRound">Cycles of a round.</param>
internal sealed record TimerLoop(int CyclesToRead, int CyclesOfRound)
{
    private const int Intim = 0x0284;

    /// <summary>The loop that starts at an address, if there is one.</summary>
    public static TimerLoop? Find(RoutineScan scan, int address)
    {
        if (!scan.Instructions.TryGetValue(address, out RoutineScan.Instruction? load)
            || load.Opcode is not { Mode: AddressingMode.Abs, Mnemonic: Mnemonic.Lda or Mnemonic.Ldx or Mnemonic.Ldy }
            || (load.Low | (load.High << 8)) != Intim)
        {
            return null;
        }

        int second = (address + 3) & 0xFFFF;
        if (!scan.Instructions.TryGetValue(second, out RoutineScan.Instruction? branch)
            || branch.Opcode.Mnemonic != Mnemonic.Bne || scan.IsLeader(second)
            || RoutineScan.BranchTarget(second, branch) != address)
        {
            return null;
        }

        int crossing = ((second + 2) ^ address) > 0xFF ? 1 : 0;
        return new(4, 7 + crossing);
    }
}
