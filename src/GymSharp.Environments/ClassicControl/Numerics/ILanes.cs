namespace GymSharp.Environments.ClassicControl;

/// <summary>Several doubles in one SIMD vector; the same operations, hence the same bits, in every width.</summary>
/// <typeparam name="TSelf">The implementing type.</typeparam>
/// <typeparam name="TMask">The outcome of a comparison.</typeparam>
internal interface ILanes<TSelf, TMask> : IReal<TSelf, TMask>
    where TSelf : struct, ILanes<TSelf, TMask>
    where TMask : struct
{
    /// <summary>Number of lanes.</summary>
    static abstract int Count { get; }

    /// <summary>Reads one double per lane.</summary>
    static abstract TSelf Load(ref double source, int offset);

    /// <summary>Reads one float per lane.</summary>
    static abstract TSelf Load(ref float source, int offset);

    /// <summary>Reads one integer of at most 24 bits per lane.</summary>
    static abstract TSelf Load(ref int source, int offset);

    /// <summary>Writes one double per lane.</summary>
    static abstract void Store(TSelf value, ref double target, int offset);

    /// <summary>Writes one float per lane.</summary>
    static abstract void Store(TSelf value, ref float target, int offset);

    /// <summary>A mask as bits, the first lane in the lowest.</summary>
    static abstract uint Bits(TMask condition);

    /// <summary><c>left * right + addend</c>, rounded once.</summary>
    static abstract TSelf FusedMultiplyAdd(TSelf left, TSelf right, TSelf addend);

    /// <summary>Whether a bit of the 64 that represent each lane is set.</summary>
    /// <param name="value">The lanes.</param>
    /// <param name="bit">A number with this one bit set.</param>
    static abstract TMask HasBit(TSelf value, long bit);

    /// <summary>
    /// Changes the sign where the bit of value 2 among the 64 that represent <paramref name="switches"/> is set.
    /// </summary>
    static abstract TSelf NegateWhereTwo(TSelf value, TSelf switches);
}
