namespace GymSharp.Atari2600;

/// <summary>The addresses a program writes to, as the console's manual names them.</summary>
internal static class TiaRegister
{
    public const int Vsync = 0x00;
    public const int Vblank = 0x01;
    public const int Wsync = 0x02;
    public const int Rsync = 0x03;
    public const int Nusiz0 = 0x04;
    public const int Nusiz1 = 0x05;
    public const int Colup0 = 0x06;
    public const int Colup1 = 0x07;
    public const int Colupf = 0x08;
    public const int Colubk = 0x09;
    public const int Ctrlpf = 0x0A;
    public const int Refp0 = 0x0B;
    public const int Refp1 = 0x0C;
    public const int Pf0 = 0x0D;
    public const int Pf1 = 0x0E;
    public const int Pf2 = 0x0F;
    public const int Resp0 = 0x10;
    public const int Resp1 = 0x11;
    public const int Resm0 = 0x12;
    public const int Resm1 = 0x13;
    public const int Resbl = 0x14;
    public const int Audc0 = 0x15;
    public const int Audv1 = 0x1A;
    public const int Grp0 = 0x1B;
    public const int Grp1 = 0x1C;
    public const int Enam0 = 0x1D;
    public const int Enam1 = 0x1E;
    public const int Enabl = 0x1F;
    public const int Hmp0 = 0x20;
    public const int Hmp1 = 0x21;
    public const int Hmm0 = 0x22;
    public const int Hmm1 = 0x23;
    public const int Hmbl = 0x24;
    public const int Vdelp0 = 0x25;
    public const int Vdelp1 = 0x26;
    public const int Vdelbl = 0x27;
    public const int Resmp0 = 0x28;
    public const int Resmp1 = 0x29;
    public const int Hmove = 0x2A;
    public const int Hmclr = 0x2B;
    public const int Cxclr = 0x2C;

    /// <summary>Whether nothing but the picture depends on a register.</summary>
    public static bool IsOfPicture(int register) =>
        register is (>= Nusiz0 and <= Resbl) or (>= Grp0 and <= Cxclr);
}
