using GymSharp.Neural.Layers;
using GymSharp.Neural.Networks;
using GymSharp.Neural.Optimization;
using GymSharp.Neural.Tests.Autodiff;
using GymSharp.Neural.Threading;
using GymSharp.Randomness;

namespace GymSharp.Neural.Tests.Networks;

/// <summary>Whole training steps: independence of threads, no allocation, and that a loss gets smaller.</summary>
public sealed class TrainingTests
{
    public static TheoryData<string> Kinds => ["mlp", "nature", "fine", "fine_wide", "impala", "lstm", "gru"];

    [Theory]
    [MemberData(nameof(Kinds))]
    public void Training_is_the_same_for_any_number_of_threads(string kind)
    {
        float[] alone = Trained(kind, 1);
        Assert.Equal(alone, Trained(kind, 2));
        Assert.Equal(alone, Trained(kind, 4));
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public void After_a_warm_up_nothing_is_allocated(string kind)
    {
        using Trainer trainer = new(kind, 1);
        trainer.Train(3);
        long allocated = Allocations.Of(() => trainer.Step());
        Assert.True(allocated == 0, $"{kind} allocates {allocated} bytes per step.");
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public void The_loss_gets_smaller(string kind)
    {
        using Trainer trainer = new(kind, 2);
        float first = trainer.Step();
        trainer.Train(30);
        Assert.True(trainer.Step() < 0.7f * first, "After 30 steps the loss is not below 70 % of what it was.");
    }

    private static float[] Trained(string kind, int members)
    {
        using Trainer trainer = new(kind, members);
        return trainer.Train(3);
    }

    private sealed class Trainer : IDisposable
    {
        private readonly ParameterSet set = new();
        private readonly ComputeTeam team;
        private readonly Tape tape;
        private readonly Adam adam;
        private readonly Module? network;
        private readonly Recurrent? recurrent;
        private readonly float[] input;
        private readonly float[] target;
        private readonly bool[] starts;
        private readonly Shape shape;

        public Trainer(string kind, int members)
        {
            Rng rng = new(7);
            shape = kind switch
            {
                "nature" => new Shape(6, 36, 36, 2),
                "impala" => new Shape(5, 12, 12, 3),
                "fine" or "fine_wide" => new Shape(6, 14, 18, 2),
                _ => new Shape(kind == "mlp" ? 300 : 24, 10),
            };
            CnnOptions pictures = new() { Picture = shape.Rank == 4 ? new(shape[1], shape[2], shape[3]) : default };
            network = kind switch
            {
                "mlp" => new Mlp(set, "n", new MlpOptions { Inputs = 10, Hidden = [70, 64], Outputs = 5 }, rng),
                "nature" => new NatureCnn(set, "n", pictures, rng),
                "impala" => new ImpalaCnn(set, "n", pictures, rng),
                "fine" => new FineCnn(set, "n", pictures, rng),
                "fine_wide" => new FineWideCnn(set, "n", pictures, rng),
                _ => null,
            };
            recurrent = kind switch
            {
                "lstm" => new Lstm(set, "n", (10, 48), rng),
                "gru" => new Gru(set, "n", (10, 48), rng),
                _ => null,
            };
            team = new ComputeTeam(members);
            tape = new Tape(set, team);
            adam = new Adam(set, new AdamOptions { LearningRate = 0.01 });
            input = GradientCheck.Normal(shape.Length);
            starts = [.. Enumerable.Range(0, shape.Rows).Select(i => i % 7 == 0)];
            target = GradientCheck.Normal(Forward().Shape.Length, 3);
            for (int i = 0; i < target.Length; i++)
            {
                target[i] = 0.3f * MathF.Abs(target[i]);
            }
        }

        public float[] Train(int steps)
        {
            for (int i = 0; i < steps; i++)
            {
                Step();
            }

            return set.Values.ToArray();
        }

        public float Step()
        {
            tape.Clear();
            Tensor output = Forward();
            Tensor loss = (output - tape.Input(target, output.Shape)).Square().Mean();
            tape.Gradients.Clear();
            tape.Backward(loss);
            tape.Gradients.ClipByNorm(10);
            adam.Step(tape.Gradients);
            return loss.Item;
        }

        public void Dispose()
        {
            adam.Dispose();
            tape.Dispose();
            team.Dispose();
            set.Dispose();
        }

        private Tensor Forward()
        {
            Tensor x = tape.Input(input, shape);
            if (recurrent is null)
            {
                return network!.Forward(x);
            }

            Tensor first = tape.Empty(new Shape(4, recurrent.StateSize));
            first.Values.Clear();
            return recurrent.Forward(x, first, starts).Output;
        }
    }
}
