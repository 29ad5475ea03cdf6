using GymSharp.Neural.Initialization;
using GymSharp.Neural.Layers;
using GymSharp.Neural.Optimization;
using GymSharp.Randomness;

namespace GymSharp.Neural.Tests.Autodiff;

/// <summary>Gradients are cleared and clipped where they are next used; nobody can tell.</summary>
public sealed class GradientsTests : IDisposable
{
    private const int Rows = 6;
    private const int Inputs = 40;
    private const int Outputs = 24;

    private readonly ParameterSet set = new();
    private readonly Linear used;
    private readonly Parameter unused;
    private readonly float[] x = new float[Rows * Inputs];

    public GradientsTests()
    {
        Rng rng = new(1);
        used = new Linear(set, "used", (Inputs, Outputs), new TorchDefault(), rng);
        unused = set.Add("unused", new Shape(50));
        rng.StandardNormal(x);
    }

    [Fact]
    public void Cleared_gradients_are_zero_and_then_those_of_what_follows()
    {
        using Tape tape = new(set);
        Backward(tape, 1);
        float[] first = tape.Gradients.Values.ToArray();
        unused.In(tape.Gradients).Fill(3);
        tape.Gradients.Clear();
        Assert.All(tape.Gradients.Values.ToArray(), value => Assert.Equal(0, value));

        tape.Gradients.Clear();
        Backward(tape, 1);
        Assert.Equal(first, tape.Gradients.Values.ToArray());
    }

    [Fact]
    public void Norm_and_values_are_those_after_clipping()
    {
        using Tape tape = new(set);
        Backward(tape, 1);
        float[] whole = tape.Gradients.Values.ToArray();
        float norm = tape.Gradients.ClipByNorm(0.5f);
        float factor = 0.5f / (norm + 1e-6f);
        Assert.True(norm > 0.5f);
        Assert.Equal(0.5f, tape.Gradients.Norm(), 1e-5f);
        Assert.Equal([.. whole.Select(value => value * factor)], tape.Gradients.Values.ToArray());
    }

    [Fact]
    public void What_follows_clipping_is_added_to_what_was_clipped()
    {
        using Tape tape = new(set);
        Backward(tape, 1);
        tape.Gradients.ClipByNorm(0.5f);
        float[] clipped = tape.Gradients.Values.ToArray();

        using Tape other = new(set);
        Backward(other, 1);
        other.Gradients.ClipByNorm(0.5f);
        Backward(other, 0);
        Assert.Equal(clipped, other.Gradients.Values.ToArray());
    }

    [Theory]
    [InlineData("adam")]
    [InlineData("adamw")]
    [InlineData("rmsprop")]
    [InlineData("sgd")]
    public void Optimisers_take_clipped_gradients(string name)
    {
        float[] start = set.Values.ToArray();
        using Tape tape = new(set);
        Step(asksForValues: false);
        float[] without = set.Values.ToArray();
        start.CopyTo(set.Values);
        set.MarkChanged();
        Step(asksForValues: true);
        Assert.Equal(set.Values.ToArray(), without);
        Assert.NotEqual(start, without);

        void Step(bool asksForValues)
        {
            using Optimizer optimizer = name switch
            {
                "adam" => new Adam(set, new AdamOptions { WeightDecay = 0.1 }),
                "adamw" => new AdamW(set, new AdamOptions { WeightDecay = 0.1 }),
                "rmsprop" => new RmsProp(set, new RmsPropOptions { Momentum = 0.5 }),
                _ => new Sgd(set, new SgdOptions { Momentum = 0.5 }),
            };
            tape.Gradients.Clear();
            Backward(tape, 1);
            tape.Gradients.ClipByNorm(0.01f);
            Assert.True(!asksForValues || tape.Gradients.Values.Length > 0);
            optimizer.Step(tape.Gradients);
        }
    }

    public void Dispose() => set.Dispose();

    private void Backward(Tape tape, float factor)
    {
        tape.Clear();
        Tensor y = used.Forward(tape.Input(x, new Shape(Rows, Inputs)));
        tape.Backward((y.Square() * factor).Sum());
    }
}
