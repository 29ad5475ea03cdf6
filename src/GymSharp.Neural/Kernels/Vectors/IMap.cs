namespace GymSharp.Neural.Kernels.Vectors;

/// <summary>A function of up to three arrays, element by element, with two numbers as parameters.</summary>
internal interface IMap
{
    /// <summary>The result of one element.</summary>
    /// <param name="a">Element of the first array.</param>
    /// <param name="b">Element of the second array.</param>
    /// <param name="c">Element of the third array.</param>
    /// <param name="p">First parameter, in every lane.</param>
    /// <param name="q">Second parameter, in every lane.</param>
    static abstract TLanes Of<TLanes>(TLanes a, TLanes b, TLanes c, TLanes p, TLanes q)
        where TLanes : struct, ILanes<TLanes>;
}
