namespace GymSharp.Atari2600;

/// <summary>What an instruction does, whatever its addressing mode. The second list is undocumented.</summary>
internal enum Mnemonic
{
    Adc, And, Asl, Bcc, Bcs, Beq, Bit, Bmi, Bne, Bpl, Brk, Bvc, Bvs, Clc, Cld, Cli, Clv, Cmp, Cpx, Cpy, Dec, Dex, Dey,
    Eor, Inc, Inx, Iny, Jmp, Jsr, Lda, Ldx, Ldy, Lsr, Nop, Ora, Pha, Php, Pla, Plp, Rol, Ror, Rti, Rts, Sbc, Sec, Sed,
    Sei, Sta, Stx, Sty, Tax, Tay, Tsx, Txa, Txs, Tya,
    Anc, Ane, Arr, Asr, Dcp, Isb, Jam, Las, Lax, Lxa, Rla, Rra, Sax, Sbx, Sha, Shs, Shx, Shy, Slo, Sre,
}
