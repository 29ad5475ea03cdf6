namespace GymSharp.Environments.ClassicControl;

/// <summary>
/// A real number as the dynamics of the tasks see it: one <c>double</c> in the exact environments, one vector of
/// them in the batched forms. The compiler makes a form of the dynamics for each.
/// </summary>
/// <typeparam name="TSelf">The implementing type.</typeparam>
/// <typeparam name="TMask">The outcome of a comparison: <c>bool</c>, or one per lane.</typeparam>
internal interface IReal<TSelf, TMask> : IArithmetic<TSelf, TMask>
    where TSelf : struct, IReal<TSelf, TMask>
    where TMask : struct
{
    static abstract TSelf operator /(TSelf left, TSelf right);

    static abstract TSelf operator -(TSelf value);

    /// <summary>Division by a constant; vectors multiply with its reciprocal.</summary>
    static abstract TSelf DivideBy(TSelf value, double divisor);

    /// <summary>NumPy's <c>value ** 2</c>: the C library's <c>pow(value, 2)</c>; for vectors the product.</summary>
    static abstract TSelf Square(TSelf value);

    /// <summary>Python's <c>value % divisor</c> for a positive divisor: the result lies in [0, divisor).</summary>
    static abstract TSelf Modulo(TSelf value, double divisor);

    /// <summary>Sine and cosine.</summary>
    static abstract (TSelf Sin, TSelf Cos) SinCos(TSelf radians);

    /// <summary>Sine and cosine of an angle that is known to lie within ±π/4 wherever vectors are used.</summary>
    static abstract (TSelf Sin, TSelf Cos) SinCosNearZero(TSelf radians);

    /// <summary>Cosine.</summary>
    static abstract TSelf Cos(TSelf radians);

    /// <summary>At least one of the conditions.</summary>
    static abstract TMask Or(TMask left, TMask right);

    /// <summary>Whether the condition holds in any lane.</summary>
    static abstract bool Any(TMask condition);
}
