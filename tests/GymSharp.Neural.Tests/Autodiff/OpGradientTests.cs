using GymSharp.Neural.Autodiff;
using GymSharp.Randomness;

namespace GymSharp.Neural.Tests.Autodiff;

/// <summary>The backward rule of every operation in the table, by differences.</summary>
public sealed class OpGradientTests
{
    private static readonly Shape Matrix = new(5, 7);
    private static readonly Shape Row = new(7);
    private static readonly Shape Pictures = new(2, 5, 6, 3);
    private static readonly bool[] Mask = [.. Enumerable.Range(0, 35).Select(i => i % 3 != 0)];
    private static readonly bool[] Starts = [.. Enumerable.Range(0, 6).Select(i => i is 0 or 3)];

    // Operations without a rule of their own to check.
    private static readonly Op[] Trivial = [Op.Input, Op.Parameter, Op.Detach];

    private static readonly Dictionary<Op, Action> Cases = new()
    {
        [Op.Reshape] = () => One(x => x.Reshape(new Shape(7, 5)) * 2f),
        [Op.Linear] = LinearCases,
        [Op.MatMul] = () => GradientCheck.Run(x => x[0].MatMul(x[1]), Numbers(new(5, 7), 1), Numbers(new(7, 3), 2)),
        [Op.Add] = () => Pair((x, y) => x + y),
        [Op.Subtract] = () => Pair((x, y) => x - y),
        [Op.Multiply] = () => Pair((x, y) => x * y),
        [Op.Divide] = () => Pair((x, y) => x / y, shift: 3),
        [Op.Minimum] = () => Pair((x, y) => x.Minimum(y)),
        [Op.Maximum] = () => Pair((x, y) => x.Maximum(y)),
        [Op.AddScalar] = () => One(x => 2f - (x + 1f)),
        [Op.MultiplyScalar] = () => One(x => x * -1.5f),
        [Op.Tanh] = () => One(x => x.Tanh()),
        [Op.Relu] = () => One(x => x.Relu()),
        [Op.Sigmoid] = () => One(x => x.Sigmoid()),
        [Op.Gelu] = () => One(x => x.Gelu()),
        [Op.Softplus] = () => One(x => x.Softplus()),
        [Op.Exp] = () => One(x => x.Exp()),
        [Op.Log] = () => One(x => x.Log(), shift: 4),
        [Op.Square] = () => One(x => x.Square()),
        [Op.Sqrt] = () => One(x => x.Sqrt(), shift: 4),
        [Op.Abs] = () => One(x => x.Abs()),
        [Op.Clamp] = () => One(x => x.Clamp(-0.503f, 0.497f)),
        [Op.Huber] = () => One(x => x.Huber(0.9f)),
        [Op.Sum] = () => One(x => x.Sum()),
        [Op.SumRows] = () => One(x => x.SumRows()),
        [Op.LogSoftmax] = () => One(x => x.LogSoftmax()),
        [Op.Softmax] = () => One(x => x.Softmax()),
        [Op.Gather] = () => One(x => x.Gather([3, 0, 6, 6, 2])),
        [Op.Slice] = () => One(x => x.Slice(2, 4)),
        [Op.Concat] = () => GradientCheck.Run(x => x[0].Concat(x[1]), Numbers(new(5, 7), 1), Numbers(new(5, 2), 2)),
        [Op.RepeatRows] = () => GradientCheck.Run(x => x[0].RepeatRows(4), Numbers(Row, 1)),
        [Op.MaskedFill] = () => One(x => x.MaskedFill(Mask, 2)),
        [Op.CategoricalEntropy] = () => One(x => x.LogSoftmax().CategoricalEntropy()),
        [Op.GaussianLogProbability] = () => GradientCheck.Run(
            x => x[0].GaussianLogProbability(GradientCheck.Normal(15, 5)), Numbers(new(5, 6), 1, 0.5f)),
        [Op.GatherBlocks] = () => GradientCheck.Run(x => x[0].GatherBlocks([1, 0, 2, 2, 1], 2), Numbers(new(5, 6), 1)),
        [Op.Dueling] = () => GradientCheck.Run(x => x[0].Dueling(x[1]), Numbers(new(5, 2), 1), Numbers(new(5, 6), 2)),
        [Op.QuantileHuber] = () => GradientCheck.Run(
            x => x[0].QuantileHuber(x[0].Tape.Input(GradientCheck.Normal(15, 8), new Shape(5, 3))),
            Numbers(new(5, 4), 1)),
        [Op.LayerNorm] = () => GradientCheck.Run(
            x => x[0].LayerNorm(x[1], x[2]), Numbers(Matrix, 1), Numbers(Row, 2), Numbers(Row, 3)),
        [Op.Convolution] = ConvolutionCases,
        [Op.MaxPool] = () => GradientCheck.Run(x => x[0].MaxPool(3, 2, 1), (Pictures, Apart(180))),
        [Op.GatherRows] = () => One(x => x.GatherRows([4, 0, 4, 1])),
        [Op.SliceRows] = () => One(x => x.SliceRows(1, 3)),
        [Op.Lstm] = () => GradientCheck.Run(
            x => x[0].Lstm(x[1], x[2], Starts), Numbers(new(6, 12), 1), Numbers(new(3, 12), 2), Numbers(new(2, 6), 3)),
        [Op.Gru] = () => GradientCheck.Run(
            x => x[0].Gru(x[1], x[2], x[3], Starts),
            Numbers(new(6, 9), 1),
            Numbers(new(3, 9), 2),
            Numbers(new(9), 4),
            Numbers(new(2, 3), 3)),
    };

    public static TheoryData<string> Names => [.. Cases.Keys.Select(op => op.ToString())];

    [Theory]
    [MemberData(nameof(Names))]
    public void The_backward_pass_agrees_with_differences(string op) => Cases[Enum.Parse<Op>(op)]();

    [Fact]
    public void Every_operation_has_a_case()
    {
        Op[] missing = [.. Enum.GetValues<Op>().Except(Cases.Keys).Except(Trivial).Except(OpsTestedElsewhere.All)];
        Assert.True(missing.Length == 0, $"No gradient test for {string.Join(", ", missing)}: add a case.");
    }

    private static void LinearCases()
    {
        foreach (Activation activation in Enum.GetValues<Activation>())
        {
            GradientCheck.Run(
                x => x[0].Linear(x[1], x[2], activation), Numbers(new(5, 7), 1), Numbers(new(7, 3), 2), Numbers(new(3), 3));
        }

        GradientCheck.Run(x => x[0].Linear(x[1], null), Numbers(new(5, 7), 1), Numbers(new(7, 3), 2));

        // One tensor in two parts of a layer.
        GradientCheck.Run(x => x[0].Linear(x[0], x[1]), Numbers(new(4, 4), 1), Numbers(new(4), 2));
        GradientCheck.Run(x => x[0].Linear(x[1], x[0]), Numbers(new(1, 5), 1), Numbers(new(5, 5), 2));
    }

    private static void ConvolutionCases()
    {
        foreach (((int, int) window, Activation activation) in new[]
        {
            ((1, 0), Activation.None), ((2, 1), Activation.Tanh), ((1, 2), Activation.Gelu), ((3, 0), Activation.Sigmoid),
        })
        {
            GradientCheck.Run(
                x => x[0].Convolution(x[1], x[2], window, activation),
                Numbers(Pictures, 1),
                Numbers(new(3, 2, 3, 4), 2),
                Numbers(new(4), 3));
        }
    }

    private static void One(Func<Tensor, Tensor> function, float shift = 0)
    {
        (Shape shape, float[] values) = Numbers(Matrix, 1);
        GradientCheck.Run(x => function(x[0]), (shape, [.. values.Select(x => x + shift)]));
    }

    // Second operand as large as the first, one row, one number.
    private static void Pair(Func<Tensor, Tensor, Tensor> function, float shift = 0)
    {
        foreach (Shape second in new[] { Matrix, Row, new Shape(1) })
        {
            (Shape shape, float[] values) = Numbers(second, 2);
            GradientCheck.Run(
                x => function(x[0], x[1]), Numbers(Matrix, 1), (shape, [.. values.Select(x => x + shift)]));
        }
    }

    // Multiples of 1/8 plus 1/16, the second operand's (even seeds) plus 3/32 more: differences of 1/32 meet no kink.
    private static (Shape Shape, float[] Values) Numbers(Shape shape, ulong seed, float scale = 1)
    {
        float offset = seed % 2 == 0 ? 5f / 32 * 0.8f : 1f / 16;
        Rng rng = new(seed);
        float[] values = new float[shape.Length];
        for (int i = 0; i < values.Length; i++)
        {
            values[i] = scale * ((rng.Integers(-12, 12) / 8f) + offset);
        }

        return (shape, values);
    }

    // Numbers at least 1/4 apart, in random order.
    private static float[] Apart(int count)
    {
        float[] values = [.. Enumerable.Range(0, count).Select(i => (i - (count / 2)) / 4f)];
        new Rng(3).Shuffle<float>(values);
        return values;
    }
}
