namespace GymSharp.Atari2600;

/// <summary>Who answers on the bus.</summary>
internal sealed partial class Machine
{
    /// <inheritdoc/>
    public override int Fetch(int address) => Read(address, address >> 8);

    /// <inheritdoc/>
    public override int Read(int address, int last)
    {
        int place = map.ReadAt(address);
        return place >= 0 ? Bytes[place] : ReadChips(address, last);
    }

    /// <inheritdoc/>
    public override void Write(int address, int value)
    {
        int place = map.WriteAt(address);
        if (place >= 0)
        {
            Bytes[place] = (byte)value;
        }
        else
        {
            WriteChips(address, value);
        }
    }

    /// <summary>How many rounds of a loop that waits for the timer to reach zero change nothing but the time.</summary>
    /// <param name="cycles">Now, at the loop's start.</param>
    /// <param name="toRead">Cycles from there to the end of the read.</param>
    /// <param name="round">Cycles of a round.</param>
    /// <param name="most">Rounds there may be.</param>
    public int TimerRounds(int cycles, int toRead, int round, int most) =>
        Math.Clamp((Timer.CyclesToZero(cycles + toRead) + round - 1) / round, 0, Math.Max(0, most - 1));

    private int ReadChips(int address, int last)
    {
        if ((address & 0x1000) != 0)
        {
            int value = cartridge.Read(address & 0x3FFF);
            Leaving |= cartridge.TakeSwitched();
            return value;
        }

        if (cartridge.WatchesConsole)
        {
            int? answer = cartridge.ReadConsole(address & 0x1FFF);
            if (answer is not null)
            {
                return answer.Value;
            }
        }

        return (address & 0x0080) == 0 ? ReadTia(address & 0x0F, last)
            : (address & 0x0200) == 0 ? Bytes[address & 0x7F]
            : ReadRiot(address & 7);
    }

    private int ReadRiot(int register) => register switch
    {
        < 4 => Controls.Read(register),
        4 or 6 => Timer.ReadTimer(Cycles),
        _ => Timer.ReadStatus(Cycles),
    };

    // Pins nobody drives keep what was on the bus.
    private int ReadTia(int register, int last)
    {
        int driven = register switch
        {
            < 8 => Video.ReadCollisions(register, Clock),
            < 12 => Controls.IsCharged(register - 8, Cycles) ? 0x80 : 0,
            < 14 => Controls.IsButtonUp(register - 12) ? 0x80 : 0,
            _ => 0,
        };
        return driven | (last & 0x3F);
    }

    private void WriteChips(int address, int value)
    {
        if ((address & 0x1000) != 0)
        {
            cartridge.Write(address & 0x3FFF, value);
            Leaving |= cartridge.TakeSwitched();
            return;
        }

        if (cartridge.WatchesConsole)
        {
            cartridge.WriteConsole(address & 0x1FFF, value);
        }

        if ((address & 0x0080) == 0)
        {
            WriteTia(address & 0x3F, value);
        }
        else if ((address & 0x0200) == 0)
        {
            Bytes[address & 0x7F] = (byte)value;
        }
        else if ((address & 0x0014) == 0x0014)
        {
            Timer.Start(address & 3, value, Cycles);
        }
        else if ((address & 0x0004) == 0)
        {
            Controls.Write(address & 3, value);
        }
    }

    /// <summary>Writes a register of the TIA.</summary>
    /// <param name="register">0 to 63.</param>
    /// <param name="value">The byte.</param>
    public void WriteTia(int register, int value)
    {
        if (TiaRegister.IsOfPicture(register))
        {
            WritePicture(register, value);
            return;
        }

        int clock = Clock;
        CheckLength(clock);
        switch (register)
        {
            case TiaRegister.Vsync:
                WriteSync(value, clock);
                break;
            case TiaRegister.Wsync:
                int column = clock % Tia.LineClocks;
                Cycles += column == 0 ? 0 : (Tia.LineClocks - column) / 3;
                break;
            case TiaRegister.Vblank:
                Controls.Dump((value & 0x80) != 0, Cycles);
                Video.Write(register, value, clock);
                break;
            case >= TiaRegister.Audc0 and <= TiaRegister.Audv1:
                Sound.Write(register, value);
                break;
        }
    }

    /// <summary>Writes a register that only the picture depends on.</summary>
    /// <param name="register">One of those.</param>
    /// <param name="value">The byte.</param>
    public void WritePicture(int register, int value)
    {
        int clock = Clock;
        CheckLength(clock);
        Video.Write(register, value, clock);
    }

    // A frame that is too long is cut.
    private void CheckLength(int clock)
    {
        if (clock >= longestFrame)
        {
            EndFrame();
        }
    }

    // The sync pulse has to last a line.
    private void WriteSync(int value, int clock)
    {
        if ((value & 2) != 0)
        {
            frame.SyncDone = clock + Tia.LineClocks;
        }
        else if (clock >= frame.SyncDone)
        {
            frame.SyncDone = int.MaxValue;
            EndFrame();
        }
    }

    private void EndFrame()
    {
        frame.HasEnded = true;
        Leaving = true;
    }
}
