namespace GymSharp.Atari2600;

/// <summary>
/// Arithmetic with the decimal flag set, as the reference emulator does it: on whole numbers, which differs from the
/// chip for nibbles over 9 and in the flags.
/// </summary>
internal static class DecimalMode
{
    /// <summary>ADC: the sum in bits 0 to 7, the carry in bit 8.</summary>
    public static int Add(int a, int value, int carry)
    {
        int sum = Number(a) + Number(value) + carry;
        return Digits((sum & 0xFF) % 100) | (sum > 99 ? 0x100 : 0);
    }

    /// <summary>SBC: the difference in bits 0 to 7, no borrow in bit 8.</summary>
    public static int Subtract(int a, int value, int carry)
    {
        int difference = Number(a) - Number(value) - (1 - carry);
        if (difference < 0)
        {
            difference += 100;
        }

        int result = difference < 0 ? Number(256 + difference) : Digits(difference % 100);
        return result | (a >= value + (1 - carry) ? 0x100 : 0);
    }

    /// <summary>ARR: rotates, then mends the digits. Bits 0 to 7 the result, 8 the carry, 9 the overflow.</summary>
    public static int Rotate(int value, int carry)
    {
        int rotated = (value >> 1) | (carry << 7);
        int result = rotated;
        if ((value & 0x0F) + (value & 0x01) > 0x05)
        {
            result = (result & 0xF0) | ((result + 0x06) & 0x0F);
        }

        bool high = (value & 0xF0) + (value & 0x10) > 0x50;
        if (high)
        {
            result = (result + 0x60) & 0xFF;
        }

        return result | (high ? 0x100 : 0) | (((rotated ^ value) & 0x40) << 3);
    }

    private static int Number(int digits) => (10 * (digits >> 4)) + (digits & 15);

    private static int Digits(int number) => ((number / 10) << 4) | (number % 10);
}
