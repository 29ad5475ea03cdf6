using GymSharp.Spaces;
using GymSharp.Wrappers;

namespace GymSharp.Tests.Wrappers;

/// <summary>Arithmetic of element types other than those of the recordings; the numbers are NumPy's.</summary>
public sealed class WrapperArithmeticTests
{
    // Element type, box, new bounds, a value, the value rescaled, and mapped back.
    public static TheoryData<string, double[], double[], double[]> Rescalings() => new()
    {
        { "float32", [-744.5549926757812, 358.5355224609375], [-0.9286594627249927, 32.94955314095262], [-712.5595703125, 0.053985595703125, -712.5595703125] },
        { "float32", [-22.404142379760742, 24.90526580810547], [0.0, 7.0], [18.68149757385254, 6.079117774963379, 18.68149757385254] },
        { "float32", [-45.6239128112793, 57.39411926269531], [0.0, 1.0], [48.77618408203125, 0.9163453578948975, 48.77618408203125] },
        { "float32", [-84.03958129882812, 79.7146987915039], [-2.5836977448032905, 1.0], [-83.74893951416016, -2.5773370265960693, -83.74893188476562] },
        { "float32", [-0.07905436307191849, 0.021548116579651833], [0.0, 1.0], [-0.024807145819067955, 0.5392234325408936, -0.024807147681713104] },
        { "float32", [-0.8183313608169556, 0.9685567617416382], [-1.0, 7.0], [-0.07693948596715927, 2.31925368309021, -0.07693947106599808] },
        { "float64", [-0.7361880610500298, 0.33185448722063815], [-0.5477990671297164, 1.1657728493434811], [0.01964018013341784, 0.6648549136188672, 0.01964018013341787] },
        { "float64", [-0.06900420683968712, 0.08185180746470709], [-1.0, 7.0], [0.03729937014013897, 4.637353073127274, 0.037299370140138975] },
        { "float64", [-0.0743818164057288, 0.09390118049298642], [-1.0, 1.0], [0.018016646473963907, 0.09813189190236174, 0.018016646473963907] },
        { "float64", [-63.38155241581394, 57.85188290568746], [0.0, 35.6801545758922], [52.41818816166993, 34.08096646519801, 52.41818816166993] },
        { "float64", [-0.8809794429262251, 0.24608679063361372], [-1.0, 7.0], [0.1251650851582441, 6.141688735765326, 0.12516508515824407] },
        { "float64", [-2.2439698530100474, 1.0805286906483291], [-1.0, 1.0], [-0.8045394940881776, -0.13404662987887617, -0.8045394940881776] },
        { "float16", [-0.216552734375, 2.083984375], [-1.0, 7.0], [0.417724609375, 1.205078125, 0.417724609375] },
        { "float16", [-2.974609375, 0.9208984375], [-1.0, 1.0], [-0.53271484375, 0.2529296875, -0.53271484375] },
        { "float16", [-2.7890625, 3.09375], [-1.5486186781183753, 3.379056013874357], [0.349609375, 1.080078125, 0.349853515625] },
        { "float16", [-5.94140625, 2.373046875], [-1.0, 7.0], [-4.73046875, 0.16796875, -4.73046875] },
        { "float16", [-0.20947265625, 6.3828125], [-1.0, 1.0], [6.2578125, 0.962890625, 6.2578125] },
        { "float16", [-4.359375, 1.328125], [-1.0, 7.0], [-2.23828125, 1.98046875, -2.23828125] },
        {
            "float16",
            [2.728515625, 5.859375],
            [0.4078002120939157, 4.7234329233307415],
            [4.40234375, 2.716796875, 4.40234375]
        },
        { "uint8", [7.0, 61.0], [0.0, 250.0], [16.0, 36.0, 36.0] },
        { "uint8", [58.0, 138.0], [0.0, 200.0], [124.0, 132.0, 132.0] },
        { "uint8", [58.0, 121.0], [0.0, 100.0], [98.0, 40.0, 40.0] },
        { "uint8", [61.0, 97.0], [0.0, 250.0], [91.0, 180.0, 180.0] },
        { "uint8", [51.0, 70.0], [0.0, 200.0], [63.0, 120.0, 120.0] },
        { "uint8", [68.0, 91.0], [0.0, 100.0], [83.0, 60.0, 60.0] },
        { "int32", [43.0, 67.0], [0.0, 200.0], [58.0, 120.0, 120.0] },
        { "int32", [34.0, 100.0], [0.0, 100.0], [98.0, 64.0, 64.0] },
        { "int32", [46.0, 55.0], [0.0, 250.0], [55.0, 243.0, 243.0] },
        { "int32", [84.0, 89.0], [0.0, 250.0], [86.0, 100.0, 100.0] },
        { "int32", [71.0, 162.0], [0.0, 100.0], [106.0, 35.0, 35.0] },
        { "int32", [62.0, 96.0], [0.0, 100.0], [80.0, 36.0, 36.0] },
    };

    [Theory]
    [MemberData(nameof(Rescalings))]
    public void Rescaling_rounds_as_the_element_type_does(string type, double[] box, double[] bounds, double[] values)
    {
        switch (type)
        {
            case "float32":
                Rescale<float>(box, bounds, values);
                break;
            case "float64":
                Rescale<double>(box, bounds, values);
                break;
            case "float16":
                Rescale<Half>(box, bounds, values);
                break;
            case "uint8":
                Rescale<byte>(box, bounds, values);
                break;
            default:
                Rescale<int>(box, bounds, values);
                break;
        }
    }

    [Fact]
    public void Floats_become_integers_as_in_NumPy()
    {
        double[] values = [1.5, -1.5, 300.7, -300.7, 70000, 1e10, -1e10, 3e9, double.NaN, double.PositiveInfinity, -0.25];
        Converts<sbyte>(values, [1, -1, 44, -44, 112, 0, 0, 0, 0, 0, 0]);
        Converts<byte>(values, [1, 255, 44, 212, 112, 0, 0, 0, 0, 0, 0]);
        Converts<short>(values, [1, -1, 300, -300, 4464, 0, 0, 0, 0, 0, 0]);
        Converts<ushort>(values, [1, 65535, 300, 65236, 4464, 0, 0, 0, 0, 0, 0]);
        Converts<int>(
            values, [1, -1, 300, -300, 70000, int.MinValue, int.MinValue, int.MinValue, int.MinValue, int.MinValue, 0]);
        Converts<long>(
            values, [1, -1, 300, -300, 70000, 10000000000, -10000000000, 3000000000, long.MinValue, long.MinValue, 0]);
        Converts<bool>(values, [true, true, true, true, true, true, true, true, true, true, true]);
        Converts<Half>([1.5, 300.7, 70000, -0.25], [(Half)1.5, (Half)300.75, Half.PositiveInfinity, (Half)(-0.25)]);
    }

    [Fact]
    public void Integers_become_floats_with_one_rounding()
    {
        long[] values = [(1L << 53) + 1, -(1L << 62) - 1, 16777217, (1L << 54) + (1L << 30) + 1];
        Box<long> space = new(long.MinValue, long.MaxValue, 4);
        ScriptedEnv<long[], int> env = new(space, new Discrete(2), [new(values) { IsReset = true }]);
        float[] converted = env.DtypeObservation<float, int, long>().Reset().Observation;
        Assert.Equal([9007199254740992.0f, -4.611686018427388e+18f, 16777216.0f, 18014400656965632.0f], converted);
    }

    [Fact]
    public void MultiDiscrete_and_discrete_spaces_convert_as_in_the_reference()
    {
        ScriptedEnv<long[], int> multi = new(new MultiDiscrete([3, 4]), new Discrete(2), [new(new long[] { 2, 1 }) { IsReset = true }]);
        Assert.Equal("MultiDiscrete([3 4])", multi.DtypeObservation<long, int, long>().ObservationSpace.ToString());
        Assert.Equal([2.0f, 1.0f], multi.DtypeObservation<float, int, long>().Reset().Observation);
        ScriptedEnv<int, int> discrete = new(new Discrete(4, 2), new Discrete(2), [new(3) { IsReset = true }]);
        DtypeObservation<double, int> number = discrete.DtypeObservation<double, int>();
        Assert.Equal("Box(2.0, 6.0, (), float64)", number.ObservationSpace.ToString());
        Assert.Equal([3.0], number.Reset().Observation);
    }

    [Fact]
    public void Unsigned_types_cannot_express_infinite_bounds()
    {
        ScriptedEnv<float[], int> env = Scripts.Vector(new Discrete(2), observations: Scripts.CartPoleSpace);
        ArgumentException error = Assert.Throws<ArgumentException>(() => env.DtypeObservation<byte, int, float>());
        Assert.Contains("infinite bounds", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Double_observations_start_from_statistics_of_single_precision()
    {
        ScriptedEnv<double[], int> env = new(
            new Box<double>(0.0, 200.0, 2),
            new Discrete(2),
            [
                new(new[] { 0.5540615455778886, 94.16938176444856 }) { IsReset = true },
                new(new[] { 91.17557084935517, 101.98260514272441 }),
            ]);
        NormalizeObservation<double, int> normalized = env.NormalizeObservation();
        Assert.Equal([0.0048460690304636955f, 0.00999943632632494f], normalized.Reset().Observation);
        Assert.Equal([1.0000499486923218f, 0.9858658909797668f], normalized.Step(0).Observation);
    }

    [Fact]
    public void Half_observations_are_normalised_in_single_precision()
    {
        ScriptedEnv<Half[], int> env = new(
            new Box<Half>((Half)(-2), (Half)2, 1), new Discrete(2), [new(new[] { (Half)0.3 }) { IsReset = true }]);
        NormalizeObservation<Half, int> normalized = env.NormalizeObservation();
        normalized.Reset();
        Assert.Equal((float)(Half)0.3 / 1.0001f, (float)normalized.Mean[0]);
    }

    private static void Rescale<T>(double[] box, double[] bounds, double[] values)
        where T : unmanaged, System.Numerics.INumber<T>
    {
        Box<T> space = new(T.CreateTruncating(box[0]), T.CreateTruncating(box[1]), 1);
        ScriptedEnv<T[], int> env = new(space, new Discrete(2), [new(new[] { T.CreateTruncating(values[0]) }) { IsReset = true }]);
        T[] rescaled = env.RescaleObservation(bounds[0], bounds[1]).Reset().Observation;
        Assert.Equal(values[1], double.CreateTruncating(rescaled[0]));
    }

    private static void Converts<T>(double[] values, T[] expected)
        where T : unmanaged
    {
        Box<double> space = new(-1e300, 1e300, values.Length);
        ScriptedEnv<double[], int> env = new(space, new Discrete(2), [new(values) { IsReset = true }]);
        DtypeObservation<T, int, double> wrapped = new(new TransformObservation<double[], int, double[]>(
            env, values => values, new Box<double>(0.0, 1.0, values.Length)));
        Assert.Equal(expected, wrapped.Reset().Observation);
    }
}
