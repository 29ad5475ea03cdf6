namespace GymSharp.Neural.Kernels.Vectors;

/// <summary>
/// Some float32 numbers that are worked on together. A kernel written over this interface is compiled for every vector
/// length; since each lane does the same operations, all lengths give the same bits.
/// </summary>
/// <typeparam name="TSelf">The vector.</typeparam>
internal unsafe interface ILanes<TSelf>
    where TSelf : struct, ILanes<TSelf>
{
    /// <summary>How many numbers.</summary>
    static abstract int Count { get; }

    static abstract TSelf Load(float* source);

    /// <summary>The same number in every lane.</summary>
    static abstract TSelf All(float value);

    static abstract TSelf Add(TSelf a, TSelf b);

    static abstract TSelf Subtract(TSelf a, TSelf b);

    static abstract TSelf Multiply(TSelf a, TSelf b);

    static abstract TSelf Divide(TSelf a, TSelf b);

    /// <summary><c>a b + c</c>, rounded once.</summary>
    static abstract TSelf MultiplyAdd(TSelf a, TSelf b, TSelf c);

    /// <summary>The smaller of each two; the second where one is not a number.</summary>
    static abstract TSelf Smaller(TSelf a, TSelf b);

    /// <summary>The larger of each two; the second where one is not a number.</summary>
    static abstract TSelf Larger(TSelf a, TSelf b);

    static abstract TSelf SquareRoot(TSelf a);

    /// <summary>In each lane <paramref name="yes"/> where <c>a &lt; b</c>, else <paramref name="no"/>.</summary>
    static abstract TSelf IfLess(TSelf a, TSelf b, TSelf yes, TSelf no);

    void Store(float* target);
}
