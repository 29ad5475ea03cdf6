namespace GymSharp.Environments.ClassicControl;

/// <summary>What the simplest dynamics need of a number: one <c>float</c>, one <c>double</c> or a vector.</summary>
/// <typeparam name="TSelf">The implementing type.</typeparam>
/// <typeparam name="TMask">The outcome of a comparison: <c>bool</c>, or one per lane.</typeparam>
internal interface IArithmetic<TSelf, TMask>
    where TSelf : struct, IArithmetic<TSelf, TMask>
    where TMask : struct
{
    /// <summary>A constant.</summary>
    static abstract TSelf Of(double constant);

    static abstract TSelf operator +(TSelf left, TSelf right);

    static abstract TSelf operator -(TSelf left, TSelf right);

    static abstract TSelf operator *(TSelf left, TSelf right);

    static abstract TMask operator <(TSelf left, TSelf right);

    static abstract TMask operator >(TSelf left, TSelf right);

    static abstract TMask operator <=(TSelf left, TSelf right);

    static abstract TMask operator >=(TSelf left, TSelf right);

    /// <summary>A multiple of the cosine; both are computed in double precision at least.</summary>
    static abstract TSelf MultipleOfCos(double factor, TSelf radians);

    /// <summary>The nearest value that a float32 can hold.</summary>
    static abstract TSelf RoundToSingle(TSelf value);

    /// <summary>The value without its sign.</summary>
    static abstract TSelf Abs(TSelf value);

    /// <summary>The value, or the bound that it exceeds.</summary>
    static abstract TSelf Clamp(TSelf value, double low, double high);

    /// <summary>Chooses by a condition, lane by lane.</summary>
    static abstract TSelf Select(TMask condition, TSelf whenTrue, TSelf whenFalse);

    /// <summary>Both conditions.</summary>
    static abstract TMask And(TMask left, TMask right);
}
