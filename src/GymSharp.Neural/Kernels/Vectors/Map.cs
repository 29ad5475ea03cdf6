using System.Runtime.CompilerServices;

namespace GymSharp.Neural.Kernels.Vectors;

/// <summary>Applies a function to whole arrays, with the widest vectors that the processor has.</summary>
internal static unsafe class Map
{
    /// <summary>Computes all elements.</summary>
    /// <typeparam name="TMap">The function.</typeparam>
    public static void Run<TMap>(in MapArguments arguments)
        where TMap : struct, IMap
    {
        int done = 0;
        if (Hardware.Use512)
        {
            done = Whole<TMap, Lanes512>(arguments, done);
        }

        if (Hardware.Use256 && done < arguments.Length)
        {
            done = Whole<TMap, Lanes256>(arguments, done);
        }

        if (Hardware.Use128 && done < arguments.Length)
        {
            done = Whole<TMap, Lanes128>(arguments, done);
        }

        if (done < arguments.Length)
        {
            Whole<TMap, Lane>(arguments, done);
        }
    }

    // As many whole vectors as there are; returns where it stopped.
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static int Whole<TMap, TLanes>(in MapArguments arguments, int start)
        where TMap : struct, IMap
        where TLanes : struct, ILanes<TLanes>
    {
        TLanes p = TLanes.All(arguments.P);
        TLanes q = TLanes.All(arguments.Q);
        float* a = arguments.A;
        float* target = arguments.Target;
        bool oneB = arguments.OneB || arguments.B == null;
        bool oneC = arguments.OneC || arguments.C == null;
        float* bs = arguments.B == null ? a : arguments.B;
        float* cs = arguments.C == null ? a : arguments.C;
        bool accumulate = arguments.Accumulate;
        int i = start;
        int end = arguments.Length - TLanes.Count;
        if (i > end)
        {
            return i;
        }

        TLanes b = oneB ? TLanes.All(*bs) : default;
        TLanes c = oneC ? TLanes.All(*cs) : default;
        for (; i <= end; i += TLanes.Count)
        {
            TLanes result = TMap.Of(
                TLanes.Load(a + i), oneB ? b : TLanes.Load(bs + i), oneC ? c : TLanes.Load(cs + i), p, q);
            if (accumulate)
            {
                result = TLanes.Add(TLanes.Load(target + i), result);
            }

            result.Store(target + i);
        }

        return i;
    }
}
