namespace GymSharp.Atari2600;

/// <summary>How a cartridge fits more than the console's 4 KB of address space.</summary>
public enum CartridgeType
{
    /// <summary>2 KB, shown twice.</summary>
    Plain2K,

    /// <summary>4 KB, no switching.</summary>
    Plain4K,

    /// <summary>Commavid: 2 KB ROM and 1 KB RAM.</summary>
    CV,

    /// <summary>Two 4 KB banks.</summary>
    F8,

    /// <summary>F8 with 128 bytes of RAM.</summary>
    F8SC,

    /// <summary>Four 4 KB banks.</summary>
    F6,

    /// <summary>F6 with 128 bytes of RAM.</summary>
    F6SC,

    /// <summary>Eight 4 KB banks.</summary>
    F4,

    /// <summary>F4 with 128 bytes of RAM.</summary>
    F4SC,

    /// <summary>CBS RAM Plus: three 4 KB banks and 256 bytes of RAM.</summary>
    Fasc,

    /// <summary>Parker Brothers: eight 1 KB slices, three of them switched.</summary>
    E0,

    /// <summary>M-Network: 16 KB ROM and 2 KB RAM.</summary>
    E7,

    /// <summary>Activision: the bank follows address bit 13.</summary>
    FE,

    /// <summary>UA Limited: two 4 KB banks, switched from outside the cartridge's addresses.</summary>
    UA,

    /// <summary>Tigervision: 2 KB banks by writes to $3F.</summary>
    Tigervision3F,

    /// <summary>3F with up to 32 KB of RAM by writes to $3E.</summary>
    Tigervision3E,

    /// <summary>Dynacom Megaboy: sixteen 4 KB banks in a ring.</summary>
    MB,

    /// <summary>Pitfall II's display processor chip.</summary>
    Dpc,

    /// <summary>Starpath Supercharger: 6 KB of RAM, loaded from what were cassettes.</summary>
    AR,

    /// <summary>Megacart: 128 KB ROM and 32 KB RAM in four 1 KB slots.</summary>
    MC,

    /// <summary>Scheme 0840: two 4 KB banks, switched by line 6 of addresses below the cartridge's.</summary>
    Econobanking,
}
