using System.Runtime.Intrinsics;
using System.Text.Json.Nodes;
using GymSharp.Environments.ClassicControl;
using GymSharp.Golden;

namespace GymSharp.Environments.Tests.ClassicControl;

/// <summary>The arithmetic below the dynamics.</summary>
public sealed class NumericsTests
{
    [Fact]
    public void Single_sine_and_cosine_are_NumPys()
    {
        int count = 0;
        foreach (JsonNode? range in GoldenData.Load("envs/float32_sincos").AsArray())
        {
            float[] x = Recording.Singles(range!["x"]);
            Assert.Equal(Recording.Singles(range["sin"]), x.Select(SingleTrigonometry.Sin));
            Assert.Equal(Recording.Singles(range["cos"]), x.Select(SingleTrigonometry.Cos));
            count += x.Length;
        }

        Assert.Equal(3700, count);
    }

    [Theory]
    [InlineData(0f)]
    [InlineData(3e5f)]
    [InlineData(-1e30f)]
    [InlineData(float.NaN)]
    [InlineData(float.PositiveInfinity)]
    public void Single_sine_and_cosine_of_far_values_are_the_C_librarys(float x)
    {
        Assert.Equal(MathF.Sin(x), SingleTrigonometry.Sin(x));
        Assert.Equal(MathF.Cos(x), SingleTrigonometry.Cos(x));
    }

    [Fact]
    public void Square_is_the_C_librarys_power()
    {
        Random random = new(1);
        for (int i = 0; i < 1_000_000; i++)
        {
            double x = (random.NextDouble() - 0.5) * Math.Pow(10, random.Next(-4, 4));
            Assert.Equal(Power(x), CPower.Square(x));
        }
    }

    // The squares that lie closest to the middle between two doubles, where rounding is in doubt.
    [Fact]
    public void Square_is_the_C_librarys_power_in_doubtful_cases()
    {
        Random random = new(2);
        int doubtful = 0;
        for (int i = 0; i < 3_000_000; i++)
        {
            double x = 1 + random.NextDouble();
            double product = x * x;
            double residue = Math.Abs(Math.FusedMultiplyAdd(x, x, -product)) / (Math.BitIncrement(product) - product);
            if (residue > 0.42)
            {
                doubtful++;
                Assert.Equal(Power(x), CPower.Square(x));
            }
        }

        Assert.True(doubtful > 100_000);
    }

    [Theory]
    [InlineData(0.0)]
    [InlineData(-0.0)]
    [InlineData(1.0)]
    [InlineData(-2.0)]
    [InlineData(1.5)]
    [InlineData(1e-160)]
    [InlineData(5e-324)]
    [InlineData(1e200)]
    [InlineData(double.NegativeInfinity)]
    [InlineData(double.NaN)]
    public void Square_of_special_values_is_the_C_librarys_power(double x) => Assert.Equal(Power(x), CPower.Square(x));

    [Fact]
    public void Sine_and_cosine_together_equal_each_alone()
    {
        Random random = new(3);
        for (int i = 0; i < 300_000; i++)
        {
            double x = (random.NextDouble() - 0.5) * (i % 3 == 0 ? 0.5 : i % 3 == 1 ? 7 : 200);
            Assert.Equal((Math.Sin(x), Math.Cos(x)), Math.SinCos(x));
        }
    }

    [Theory]
    [InlineData(0.5, 6.0, 0.5)]
    [InlineData(6.5, 6.0, 0.5)]
    [InlineData(-0.5, 6.0, 5.5)]
    [InlineData(-6.0, 6.0, 0.0)]
    [InlineData(-13.0, 6.0, 5.0)]
    public void Modulo_is_Pythons(double value, double divisor, double expected)
    {
        Assert.Equal(expected, Exact.Modulo(value, divisor).Value);
        double lane = Lane(Wide256.Modulo(Wide256.Of(value), divisor));
        Assert.True(lane == expected || (lane == divisor && expected == 0), $"got {lane}");
    }

    [Fact]
    public void Vector_sine_and_cosine_are_close_to_the_C_librarys()
    {
        Random random = new(4);
        double worst = 0;
        for (int i = 0; i < 200_000; i++)
        {
            double x = (random.NextDouble() - 0.5) * (i % 2 == 0 ? 10 : 2000);
            (Wide256 sin, Wide256 cos) = Wide256.SinCos(Wide256.Of(x));
            worst = Math.Max(worst, Math.Abs(Lane(sin) - Math.Sin(x)));
            worst = Math.Max(worst, Math.Abs(Lane(cos) - Math.Cos(x)));
        }

        Assert.InRange(worst, 0, 1.0 / (1L << 52));
    }

    [Fact]
    public void A_mask_lists_its_set_bits()
    {
        byte[] list = new byte[8];
        for (uint mask = 0; mask < 256; mask++)
        {
            int count = LaneList.Append(mask, 16, list);
            Assert.Equal(
                Enumerable.Range(0, 8).Where(bit => (mask >> bit & 1) != 0).Select(bit => (byte)(16 + bit)),
                list[..count]);
        }
    }

    private static double Lane(Wide256 value)
    {
        double[] lanes = new double[Vector256<double>.Count];
        Wide256.Store(value, ref lanes[0], 0);
        Assert.All(lanes, lane => Assert.Equal(lanes[0], lane));
        return lanes[0];
    }

    // The exponent comes from memory, so that the compiler cannot turn the power into a product.
    private static double Power(double x) => Math.Pow(x, Two[0]);

    private static readonly double[] Two = [2.0];
}
