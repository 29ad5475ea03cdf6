using GymSharp.Neural.Layers;
using GymSharp.Neural.Tests.Autodiff;
using GymSharp.Randomness;
using GymSharp.State;

namespace GymSharp.Neural.Tests.Layers;

/// <summary>Noisy linear layers.</summary>
public sealed class NoisyLinearTests
{
    [Fact]
    public void Noise_has_the_mean_and_the_spread_of_the_formula()
    {
        using ParameterSet set = new();
        Rng rng = new(3);
        NoisyLinear layer = new(set, "n", (4, 3), rng);
        float[] row = [1, -2, 0.5f, 3];
        layer.IsNoisy = false;
        float mean = Output(set, layer, row)[1];
        layer.IsNoisy = true;
        const int Draws = 20_000;
        double sum = 0;
        double squares = 0;
        for (int i = 0; i < Draws; i++)
        {
            layer.Redraw(rng);
            double difference = Output(set, layer, row)[1] - mean;
            sum += difference;
            squares += difference * difference;
        }

        // Variance: σ² (Σ x² E[f²]² + E[f²]), E[f²] = E|ε| = √(2/π), σ = 0.5/√4.
        double spread = Math.Sqrt(2 / Math.PI);
        double variance = 0.0625 * ((14.25 * spread * spread) + spread);
        Assert.InRange(sum / Draws, -0.03, 0.03);
        Assert.InRange(squares / Draws / variance, 0.93, 1.07);
    }

    [Fact]
    public void Gradients_flow_to_means_and_deviations()
    {
        using ParameterSet set = new();
        NoisyLinear layer = new(set, "n", (4, 3), new Rng(3), Activation.Tanh);
        float[] rows = GradientCheck.Normal(20);
        GradientCheck.Run(set, tape => layer.Forward(tape.Input(rows, new Shape(5, 4))));
    }

    [Fact]
    public void Noise_stays_until_redrawn_and_can_be_restored()
    {
        using ParameterSet set = new();
        Rng rng = new(3);
        NoisyLinear layer = new(set, "n", (4, 3), rng);
        float[] row = [1, -2, 0.5f, 3];
        float[] before = Output(set, layer, row);
        Assert.Equal(before, Output(set, layer, row));
        StateSync writing = StateSync.ForWriting();
        layer.SyncState(writing);
        layer.Redraw(rng);
        Assert.NotEqual(before, Output(set, layer, row));
        layer.SyncState(StateSync.ForReading(writing.ToArray()));
        Assert.Equal(before, Output(set, layer, row));
    }

    private static float[] Output(ParameterSet set, NoisyLinear layer, float[] row)
    {
        using Tape tape = new(set) { IsRecording = false };
        return layer.Forward(tape.Input(row, new Shape(1, 4))).Values.ToArray();
    }
}
