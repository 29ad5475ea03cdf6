using System.Globalization;
using System.Security.Cryptography;
using GymSharp.Neural.Initialization;
using GymSharp.Neural.Kernels.Vectors;
using GymSharp.Neural.Layers;
using GymSharp.Neural.Networks;
using GymSharp.Neural.Optimization;
using GymSharp.Neural.Threading;
using GymSharp.Randomness;

namespace GymSharp.Neural.Tests.Kernels;

/// <summary>
/// Matrix products of many shapes against a chain of fused multiply-adds, with whatever vectors this process has.
/// <see cref="InstructionSetTests"/> runs this class in processes that have fewer, and compares what it reports.
/// </summary>
public sealed class KernelProbe
{
    /// <summary>Environment variable that names the file for the report.</summary>
    public const string ReportVariable = "GYMSHARP_KERNEL_REPORT";

    [Fact]
    public void Products_are_chains_of_fused_multiply_adds()
    {
        using IncrementalHash hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach ((int rows, int inner, int columns) in Sizes())
        {
            float[] product = Product(rows, inner, columns);
            hash.AppendData(System.Runtime.InteropServices.MemoryMarshal.AsBytes(product.AsSpan()));
        }

        string? report = Environment.GetEnvironmentVariable(ReportVariable);
        if (report is not null)
        {
            string lanes = string.Create(
                CultureInfo.InvariantCulture, $"{Hardware.Use512} {Hardware.Use256} {Hardware.Use128}");
            File.WriteAllLines(
                report,
                [
                    lanes, Convert.ToHexString(hash.GetHashAndReset()), Digest(Optimised()), Digest(Convolved()),
                    Digest(Direct(64)), Digest(Direct(16)), Digest(Sparse()), Digest(Clipped()),
                    Digest(Wide()), Digest(Headed()),
                ]);
        }
    }

    // Rows, inner and columns around the edges of tiles, and some that are cut into panels.
    private static IEnumerable<(int Rows, int Inner, int Columns)> Sizes()
    {
        foreach (int rows in new[] { 1, 2, 3, 7, 8, 9, 17, 130 })
        {
            foreach (int columns in new[] { 1, 2, 5, 8, 15, 16, 17, 31, 32, 33, 64, 70 })
            {
                yield return (rows, 1 + ((rows * 7 + columns * 3) % 80), columns);
            }
        }

        yield return (128, 600, 96);
        yield return (65, 513, 40);

        // Wide enough for the rows of the left side to be put in the order of their use.
        yield return (70, 300, 544);
    }

    private static float[] Product(int rows, int inner, int columns)
    {
        using Bench bench = new();
        float[] a = new float[rows * inner];
        float[] b = new float[inner * columns];
        Rng rng = new((ulong)((rows * 1000) + columns));
        rng.StandardNormal(a);
        rng.StandardNormal(b);
        Tensor product = bench.Tape.Input(a, new Shape(rows, inner)).MatMul(bench.Tape.Input(b, new Shape(inner, columns)));
        for (int i = 0; i < rows; i++)
        {
            for (int j = 0; j < columns; j++)
            {
                float sum = 0;
                for (int k = 0; k < inner; k++)
                {
                    sum = MathF.FusedMultiplyAdd(a[(i * inner) + k], b[(k * columns) + j], sum);
                }

                float found = product.Values[(i * columns) + j];
                Assert.True(sum.Equals(found), $"[{rows}, {inner}] · [{inner}, {columns}] at ({i}, {j}): {found}, not {sum}.");
            }
        }

        return product.Values.ToArray();
    }

    private static float[] Optimised()
    {
        using ParameterSet set = new();
        set.Add("x", new Shape(1003));
        Rng rng = new(5);
        rng.StandardNormal(set.Values);
        using Gradients gradients = new(set);
        using Adam adam = new(set, new AdamOptions { WeightDecay = 0.01 });
        using RmsProp rmsProp = new(set, new RmsPropOptions { Centered = true, Momentum = 0.9 });
        using Sgd sgd = new(set, new SgdOptions { Momentum = 0.9, Nesterov = true });
        for (int i = 0; i < 5; i++)
        {
            rng.StandardNormal(gradients.Values);
            adam.Step(gradients);
            rmsProp.Step(gradients);
            sgd.Step(gradients);
        }

        return set.Values.ToArray();
    }

    // Forwards and backwards through convolutions and linear layers with ReLU: products, sums and choices only.
    private static float[] Convolved()
    {
        using ParameterSet set = new();
        Rng rng = new(5);
        MinAtarCnn network = new(set, "n", new CnnOptions { Picture = new Shape(10, 10, 5) }, rng);
        float[] pictures = new float[9 * 500];
        rng.StandardNormal(pictures);
        using ComputeTeam team = new(2);
        using Tape tape = new(set, team);
        Tensor features = network.Forward(tape.Input(pictures, new Shape(9, 500)));
        Tensor weights = tape.Input(pictures.AsSpan(0, features.Shape.Length), features.Shape);
        tape.Backward((features * weights).Sum());
        return [.. features.Values, .. tape.Gradients.Values];
    }

    // A convolution whose numbers wide vectors read where they lie: places beyond whole blocks; two panels, or half of one.
    private static float[] Direct(int outputs)
    {
        using ParameterSet set = new();
        Parameter weight = set.Add("w", new Shape(4, 4, 24, outputs));
        Parameter bias = set.Add("b", new Shape(outputs));
        Parameter pictures = set.Add("x", new Shape(3, 12, 13, 24));
        new Rng(6).StandardNormal(set.Values);
        set.MarkChanged();
        using Tape tape = new(set);
        Tensor y = tape.Use(pictures).Convolution(tape.Use(weight), tape.Use(bias), (2, 0), Activation.Relu);
        tape.Backward(y.Square().Sum());
        return [.. y.Values, .. tape.Gradients.Values];
    }

    // A layer whose weight's gradient reads columns that lie a power of two apart.
    private static float[] Wide()
    {
        using ParameterSet set = new();
        Rng rng = new(8);
        Linear first = new(set, "a", (10, 256), new TorchDefault(), rng, Activation.Relu);
        Linear second = new(set, "b", (256, 96), new TorchDefault(), rng, Activation.Relu);
        float[] x = new float[41 * 10];
        rng.StandardNormal(x);
        using Tape tape = new(set);
        Tensor y = second.Forward(first.Forward(tape.Input(x, new Shape(41, 10))));
        tape.Backward(y.Square().Sum());
        return [.. y.Values, .. tape.Gradients.Values];
    }

    // A rectified layer, most of it silent, that only a layer with three outputs reads; rows for whole tiles, and one.
    private static float[] Headed()
    {
        using ParameterSet set = new();
        Rng rng = new(9);
        Linear first = new(set, "a", (12, 128), new TorchDefault(), rng, Activation.Relu);
        Linear second = new(set, "b", (128, 256), new TorchDefault(), rng, Activation.Relu);
        Linear head = new(set, "c", (256, 3), new TorchDefault(), rng);
        foreach (ref float bias in set.Parameters[3].In(set))
        {
            bias = rng.Random() < 0.7 ? -100 : bias;
        }

        float[] x = new float[64 * 12];
        rng.StandardNormal(x);
        using ComputeTeam team = new(2);
        using Tape tape = new(set, team);
        foreach (Parameter parameter in set.Parameters)
        {
            parameter.In(tape.Gradients).Fill(float.NaN);
        }

        tape.Gradients.Clear();
        Tensor hidden = second.Forward(first.Forward(tape.Input(x, new Shape(64, 12))));
        tape.Backward(head.Forward(hidden).Square().Sum());
        float[] between = hidden.Gradient.ToArray();
        tape.Clear();
        Tensor row = head.Forward(second.Forward(first.Forward(tape.Input(x.AsSpan(0, 12), new Shape(1, 12)))));
        return [.. row.Values, .. between, .. tape.Gradients.Values];
    }

    private static float[] Clipped()
    {
        using ParameterSet set = new();
        set.Add("x", new Shape(20_011));
        using Gradients gradients = new(set);
        new Rng(7).StandardNormal(gradients.Values);
        float norm = gradients.ClipByNorm(0.5f);
        return [norm, .. gradients.Values];
    }

    // Forwards and backwards through a layer that reads nearly nothing but zeros.
    private static float[] Sparse()
    {
        using ParameterSet set = new();
        Rng rng = new(5);
        Linear layer = new(set, "n", (400, 159), new TorchDefault(), rng, Activation.Relu);
        float[] x = new float[9 * 400];
        for (int i = 0; i < x.Length; i += 7)
        {
            x[i] = rng.StandardNormalSingle();
        }

        using Tape tape = new(set);
        Tensor y = layer.Forward(tape.Input(x, new Shape(9, 400)));
        tape.Backward(y.Square().Sum());
        return [.. y.Values, .. tape.Gradients.Values];
    }

    private static string Digest(float[] values) => Convert.ToHexString(
        SHA256.HashData(System.Runtime.InteropServices.MemoryMarshal.AsBytes(values.AsSpan())));
}
