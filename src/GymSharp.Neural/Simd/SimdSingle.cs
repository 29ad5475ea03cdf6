namespace GymSharp.Neural.Simd;

/// <summary>One number, for processors without vectors.</summary>
internal readonly unsafe struct SimdSingle(float value) : ISimd<SimdSingle>
{
    private readonly float value = value;

    public static int Count => 1;

    public static SimdSingle operator +(SimdSingle x, SimdSingle y) => new(x.value + y.value);

    public static SimdSingle operator -(SimdSingle x, SimdSingle y) => new(x.value - y.value);

    public static SimdSingle operator *(SimdSingle x, SimdSingle y) => new(x.value * y.value);

    public static SimdSingle operator /(SimdSingle x, SimdSingle y) => new(x.value / y.value);

    public static SimdSingle Load(float* from) => new(*from);

    public static SimdSingle Create(float number) => new(number);

    public static SimdSingle Sqrt(SimdSingle x) => new(MathF.Sqrt(x.value));

    public static SimdSingle Max(SimdSingle x, SimdSingle y) => new(MathF.Max(x.value, y.value));

    public void Store(float* to) => *to = value;
}
