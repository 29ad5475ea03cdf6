namespace GymSharp.Neural.Simd;

/// <summary>
/// Some float32 numbers side by side. Loops over arrays are written once against this and compiled for every width;
/// all widths round alike, so the results are the same bits.
/// </summary>
internal unsafe interface ISimd<TSelf>
    where TSelf : struct, ISimd<TSelf>
{
    /// <summary>Numbers side by side.</summary>
    static abstract int Count { get; }

    static abstract TSelf Load(float* from);

    static abstract TSelf Create(float number);

    static abstract TSelf Sqrt(TSelf x);

    static abstract TSelf Max(TSelf x, TSelf y);

    static abstract TSelf operator +(TSelf x, TSelf y);

    static abstract TSelf operator -(TSelf x, TSelf y);

    static abstract TSelf operator *(TSelf x, TSelf y);

    static abstract TSelf operator /(TSelf x, TSelf y);

    void Store(float* to);
}
