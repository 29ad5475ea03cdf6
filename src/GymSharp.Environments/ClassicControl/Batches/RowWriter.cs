using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace GymSharp.Environments.ClassicControl;

/// <summary>Turns results of eight environments, held by column or as bits, into rows and booleans.</summary>
internal static class RowWriter
{
    private const int Block = BatchEngine<int>.BlockLength;

    /// <summary>Writes eight rows.</summary>
    /// <param name="columns">Columns of eight numbers, one after the other.</param>
    /// <param name="rows">Receives eight rows.</param>
    /// <param name="length">Numbers in a row.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Write(ref float columns, ref float rows, int length)
    {
        if (length == 4 && Sse.IsSupported)
        {
            WriteFour(ref columns, ref rows);
            WriteFour(ref Unsafe.Add(ref columns, Block / 2), ref Unsafe.Add(ref rows, 4 * Block / 2));
            return;
        }

        for (int row = 0; row < Block; row++)
        {
            for (int column = 0; column < length; column++)
            {
                Unsafe.Add(ref rows, (row * length) + column) = Unsafe.Add(ref columns, (column * Block) + row);
            }
        }
    }

    /// <summary>Writes eight bits as booleans.</summary>
    /// <param name="bits">The first in the lowest bit.</param>
    /// <param name="flags">Receives eight booleans.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Write(uint bits, ref bool flags)
    {
        // Byte i keeps bit i; adding 127 carries it to the top of its byte.
        ulong spread = (bits * 0x0101010101010101UL) & 0x8040201008040201UL;
        spread = ((spread + 0x7F7F7F7F7F7F7F7FUL) >> 7) & 0x0101010101010101UL;
        if (!BitConverter.IsLittleEndian)
        {
            spread = System.Buffers.Binary.BinaryPrimitives.ReverseEndianness(spread);
        }

        Unsafe.WriteUnaligned(ref Unsafe.As<bool, byte>(ref flags), spread);
    }

    // Transposes 4 x 4 numbers.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void WriteFour(ref float columns, ref float rows)
    {
        Vector128<float> a = Vector128.LoadUnsafe(ref columns);
        Vector128<float> b = Vector128.LoadUnsafe(ref columns, Block);
        Vector128<float> c = Vector128.LoadUnsafe(ref columns, 2 * Block);
        Vector128<float> d = Vector128.LoadUnsafe(ref columns, 3 * Block);
        Vector128<float> lowAB = Sse.UnpackLow(a, b);
        Vector128<float> highAB = Sse.UnpackHigh(a, b);
        Vector128<float> lowCD = Sse.UnpackLow(c, d);
        Vector128<float> highCD = Sse.UnpackHigh(c, d);
        Sse.MoveLowToHigh(lowAB, lowCD).StoreUnsafe(ref rows);
        Sse.MoveHighToLow(lowCD, lowAB).StoreUnsafe(ref rows, 4);
        Sse.MoveLowToHigh(highAB, highCD).StoreUnsafe(ref rows, 8);
        Sse.MoveHighToLow(highCD, highAB).StoreUnsafe(ref rows, 12);
    }
}
