namespace GymSharp.Atari2600;

/// <summary>One of the 256 opcodes of the NMOS 6502.</summary>
/// <param name="Mnemonic">What it does.</param>
/// <param name="Mode">Where its operand is.</param>
/// <param name="Cycles">Cycles it takes.</param>
/// <param name="CrossingCosts">Whether an index that leaves the page costs a cycle more.</param>
internal readonly record struct Opcode(Mnemonic Mnemonic, AddressingMode Mode, int Cycles, bool CrossingCosts)
{
    // Eight opcodes a line, $00 first: mnemonic, mode, cycles, and + where crossing a page costs one more.
    private const string Sheet = """
        BRK Imp 7, ORA Izx 6, JAM Imp 2, SLO Izx 8, NOP Zp  3, ORA Zp  3, ASL Zp  5, SLO Zp  5,
        PHP Imp 3, ORA Imm 2, ASL Acc 2, ANC Imm 2, NOP Abs 4, ORA Abs 4, ASL Abs 6, SLO Abs 6,
        BPL Rel 2, ORA Izy 5+, JAM Imp 2, SLO Izy 8, NOP Zpx 4, ORA Zpx 4, ASL Zpx 6, SLO Zpx 6,
        CLC Imp 2, ORA Aby 4+, NOP Imp 2, SLO Aby 7, NOP Abx 4+, ORA Abx 4+, ASL Abx 7, SLO Abx 7,
        JSR Abs 6, AND Izx 6, JAM Imp 2, RLA Izx 8, BIT Zp  3, AND Zp  3, ROL Zp  5, RLA Zp  5,
        PLP Imp 4, AND Imm 2, ROL Acc 2, ANC Imm 2, BIT Abs 4, AND Abs 4, ROL Abs 6, RLA Abs 6,
        BMI Rel 2, AND Izy 5+, JAM Imp 2, RLA Izy 8, NOP Zpx 4, AND Zpx 4, ROL Zpx 6, RLA Zpx 6,
        SEC Imp 2, AND Aby 4+, NOP Imp 2, RLA Aby 7, NOP Abx 4+, AND Abx 4+, ROL Abx 7, RLA Abx 7,
        RTI Imp 6, EOR Izx 6, JAM Imp 2, SRE Izx 8, NOP Zp  3, EOR Zp  3, LSR Zp  5, SRE Zp  5,
        PHA Imp 3, EOR Imm 2, LSR Acc 2, ASR Imm 2, JMP Abs 3, EOR Abs 4, LSR Abs 6, SRE Abs 6,
        BVC Rel 2, EOR Izy 5+, JAM Imp 2, SRE Izy 8, NOP Zpx 4, EOR Zpx 4, LSR Zpx 6, SRE Zpx 6,
        CLI Imp 2, EOR Aby 4+, NOP Imp 2, SRE Aby 7, NOP Abx 4+, EOR Abx 4+, LSR Abx 7, SRE Abx 7,
        RTS Imp 6, ADC Izx 6, JAM Imp 2, RRA Izx 8, NOP Zp  3, ADC Zp  3, ROR Zp  5, RRA Zp  5,
        PLA Imp 4, ADC Imm 2, ROR Acc 2, ARR Imm 2, JMP Ind 5, ADC Abs 4, ROR Abs 6, RRA Abs 6,
        BVS Rel 2, ADC Izy 5+, JAM Imp 2, RRA Izy 8, NOP Zpx 4, ADC Zpx 4, ROR Zpx 6, RRA Zpx 6,
        SEI Imp 2, ADC Aby 4+, NOP Imp 2, RRA Aby 7, NOP Abx 4+, ADC Abx 4+, ROR Abx 7, RRA Abx 7,
        NOP Imm 2, STA Izx 6, NOP Imm 2, SAX Izx 6, STY Zp  3, STA Zp  3, STX Zp  3, SAX Zp  3,
        DEY Imp 2, NOP Imm 2, TXA Imp 2, ANE Imm 2, STY Abs 4, STA Abs 4, STX Abs 4, SAX Abs 4,
        BCC Rel 2, STA Izy 6, JAM Imp 2, SHA Izy 6, STY Zpx 4, STA Zpx 4, STX Zpy 4, SAX Zpy 4,
        TYA Imp 2, STA Aby 5, TXS Imp 2, SHS Aby 5, SHY Abx 5, STA Abx 5, SHX Aby 5, SHA Aby 5,
        LDY Imm 2, LDA Izx 6, LDX Imm 2, LAX Izx 6, LDY Zp  3, LDA Zp  3, LDX Zp  3, LAX Zp  4,
        TAY Imp 2, LDA Imm 2, TAX Imp 2, LXA Imm 2, LDY Abs 4, LDA Abs 4, LDX Abs 4, LAX Abs 4,
        BCS Rel 2, LDA Izy 5+, JAM Imp 2, LAX Izy 5+, LDY Zpx 4, LDA Zpx 4, LDX Zpy 4, LAX Zpy 4,
        CLV Imp 2, LDA Aby 4+, TSX Imp 2, LAS Aby 4+, LDY Abx 4+, LDA Abx 4+, LDX Aby 4+, LAX Aby 4+,
        CPY Imm 2, CMP Izx 6, NOP Imm 2, DCP Izx 8, CPY Zp  3, CMP Zp  3, DEC Zp  5, DCP Zp  5,
        INY Imp 2, CMP Imm 2, DEX Imp 2, SBX Imm 2, CPY Abs 4, CMP Abs 4, DEC Abs 6, DCP Abs 6,
        BNE Rel 2, CMP Izy 5+, JAM Imp 2, DCP Izy 8, NOP Zpx 4, CMP Zpx 4, DEC Zpx 6, DCP Zpx 6,
        CLD Imp 2, CMP Aby 4+, NOP Imp 2, DCP Aby 7, NOP Abx 4+, CMP Abx 4+, DEC Abx 7, DCP Abx 7,
        CPX Imm 2, SBC Izx 6, NOP Imm 2, ISB Izx 8, CPX Zp  3, SBC Zp  3, INC Zp  5, ISB Zp  5,
        INX Imp 2, SBC Imm 2, NOP Imp 2, SBC Imm 2, CPX Abs 4, SBC Abs 4, INC Abs 6, ISB Abs 6,
        BEQ Rel 2, SBC Izy 5+, JAM Imp 2, ISB Izy 8, NOP Zpx 4, SBC Zpx 4, INC Zpx 6, ISB Zpx 6,
        SED Imp 2, SBC Aby 4+, NOP Imp 2, ISB Aby 7, NOP Abx 4+, SBC Abx 4+, INC Abx 7, ISB Abx 7
        """;

    private static readonly Opcode[] Parsed =
        [.. Sheet.Split(',', StringSplitOptions.TrimEntries).Select(Parse)];

    /// <summary>The opcodes by their byte. LAX zp takes the four cycles it has in the reference emulator.</summary>
    public static ReadOnlySpan<Opcode> All => Parsed;

    /// <summary>Bytes of the instruction.</summary>
    public int Length => Mode switch
    {
        AddressingMode.Imp or AddressingMode.Acc => 1,
        AddressingMode.Abs or AddressingMode.Abx or AddressingMode.Aby or AddressingMode.Ind => 3,
        _ => 2,
    };

    private static Opcode Parse(string entry)
    {
        string[] parts = entry.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        return new(
            Enum.Parse<Mnemonic>(parts[0], ignoreCase: true),
            Enum.Parse<AddressingMode>(parts[1]),
            parts[2][0] - '0',
            parts[2].EndsWith('+'));
    }
}
