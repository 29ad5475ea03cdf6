using GymSharp.Neural.Initialization;
using GymSharp.Neural.Layers;
using GymSharp.Neural.Threading;
using GymSharp.Randomness;

namespace GymSharp.Neural.Tests.Layers;

/// <summary>A linear layer whose input is nearly all zeros: the same sums, found by another way.</summary>
public sealed class SparseLinearTests
{
    private const int Rows = 37;

    // Whole vectors of every length, and a rest.
    private const int Outputs = 128 + 16 + 8 + 4 + 3;

    [Theory]
    [InlineData(400, 0.1)]
    [InlineData(403, 0.02)]
    [InlineData(131, 0)]
    [InlineData(200, 0.9)]
    public void Outputs_and_gradients_are_chains_of_fused_multiply_adds(int inputs, double share)
    {
        float[] x = Input(inputs, share);
        using ParameterSet set = new();
        Linear layer = new(set, "layer", (inputs, Outputs), new TorchDefault(), new Rng(3));
        using Tape tape = new(set);
        Tensor y = layer.Forward(tape.Input(x, new Shape(Rows, inputs)));
        float[] factors = new float[Rows * Outputs];
        new Rng(4).StandardNormal(factors);
        tape.Backward((y * tape.Input(factors, y.Shape)).Sum());

        ReadOnlySpan<float> weight = set.Parameters[0].In(set);
        ReadOnlySpan<float> bias = set.Parameters[1].In(set);
        for (int row = 0; row < Rows; row++)
        {
            for (int output = 0; output < Outputs; output++)
            {
                float sum = bias[output];
                for (int input = 0; input < inputs; input++)
                {
                    sum = MathF.FusedMultiplyAdd(x[(row * inputs) + input], weight[(input * Outputs) + output], sum);
                }

                Assert.Equal(sum, y.Values[(row * Outputs) + output]);
            }
        }

        ReadOnlySpan<float> gradient = set.Parameters[0].In(tape.Gradients);
        for (int input = 0; input < inputs; input++)
        {
            for (int output = 0; output < Outputs; output++)
            {
                float sum = 0;
                for (int row = 0; row < Rows; row++)
                {
                    sum = MathF.FusedMultiplyAdd(x[(row * inputs) + input], factors[(row * Outputs) + output], sum);
                }

                Assert.Equal(sum, gradient[(input * Outputs) + output]);
            }
        }
    }

    [Fact]
    public void A_batch_that_becomes_dense_gives_the_same_numbers()
    {
        const int inputs = 160;
        float[] x = Input(inputs, 0);
        x.AsSpan(20 * inputs).Fill(0.5f);
        using ParameterSet set = new();
        Linear layer = new(set, "layer", (inputs, Outputs), new TorchDefault(), new Rng(3), Activation.Relu);
        using ComputeTeam team = new(2);
        using Tape tape = new(set, team);
        float[] together = layer.Forward(tape.Input(x, new Shape(Rows, inputs))).Values.ToArray();
        for (int row = 0; row < Rows; row++)
        {
            float[] alone = layer.Forward(tape.Input(x.AsSpan(row * inputs, inputs), new Shape(1, inputs)))
                .Values.ToArray();
            Assert.Equal(alone, together.AsSpan(row * Outputs, Outputs).ToArray());
        }
    }

    private static float[] Input(int inputs, double share)
    {
        Rng rng = new(7);
        float[] x = new float[Rows * inputs];
        for (int i = 0; i < x.Length; i++)
        {
            x[i] = rng.Random() < share ? 1 + i : 0;
        }

        return x;
    }
}
