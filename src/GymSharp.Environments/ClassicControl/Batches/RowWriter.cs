using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace GymSharp.Environments.ClassicControl;

/// <summary>Turns the observations of a block of environments from columns into rows.</summary>
internal static class RowWriter
{
    private const int Block = BatchEngine<int>.BlockLength;

    /// <summary>Writes the rows of a block.</summary>
    /// <param name="columns">Columns, one number per environment, one after the other.</param>
    /// <param name="rows">Receives the rows.</param>
    /// <param name="length">Numbers in a row.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Write(ref float columns, ref float rows, int length)
    {
        if (length == 4 && Avx512F.IsSupported)
        {
            WriteFourWide(ref columns, ref rows);
            return;
        }

        if (length == 4 && Sse.IsSupported)
        {
            for (int row = 0; row < Block; row += 4)
            {
                WriteFour(ref Unsafe.Add(ref columns, row), ref Unsafe.Add(ref rows, 4 * row));
            }

            return;
        }

        if (length == 2 && Sse.IsSupported)
        {
            WriteTwo(ref columns, ref rows);
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

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void WriteTwo(ref float columns, ref float rows)
    {
        for (int row = 0; row < Block; row += Vector128<float>.Count)
        {
            Vector128<float> a = Vector128.LoadUnsafe(ref columns, (nuint)row);
            Vector128<float> b = Vector128.LoadUnsafe(ref columns, (nuint)(Block + row));
            Sse.UnpackLow(a, b).StoreUnsafe(ref rows, (nuint)(2 * row));
            Sse.UnpackHigh(a, b).StoreUnsafe(ref rows, (nuint)((2 * row) + Vector128<float>.Count));
        }
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

    // Picks eight rows of four out of two vectors, each holding two columns.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void WriteFourWide(ref float columns, ref float rows)
    {
        Vector512<float> first = Vector512.LoadUnsafe(ref columns);
        Vector512<float> second = Vector512.LoadUnsafe(ref columns, 2 * Block);
        Vector512<int> front = Vector512.Create(0, 8, 16, 24, 1, 9, 17, 25, 2, 10, 18, 26, 3, 11, 19, 27);
        Vector512<int> back = front + Vector512.Create(4);
        Avx512F.PermuteVar16x32x2(first, front, second).StoreUnsafe(ref rows);
        Avx512F.PermuteVar16x32x2(first, back, second).StoreUnsafe(ref rows, 2 * Block);
    }
}
