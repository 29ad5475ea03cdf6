using GymSharp.Neural;
using GymSharp.State;

namespace GymSharp.Learning.Training;

/// <summary>Weights that are lost end a run although no metric shows it yet.</summary>
public sealed class HealthCheckTests : IDisposable
{
    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Theory]
    [InlineData(float.NaN, "not a number")]
    [InlineData(float.PositiveInfinity, "infinite")]
    public void A_weight_that_is_no_longer_finite_ends_the_run_before_it_reaches_a_checkpoint(float weight, string what)
    {
        DivergedException error = Diverge(weight);
        Assert.Equal("brain/second", error.Metric);
        Assert.Contains(
            $"Update 57 (step 50) failed: the weights 'brain/second' became {what}", error.Message, StringComparison.Ordinal);
        Assert.Equal("step-000000000040.checkpoint", Path.GetFileName(error.Checkpoint));
        Assert.Contains("The checkpoint from before is '", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Where_there_is_no_checkpoint_none_is_named()
    {
        DivergedException error = Diverge(
            float.NaN, before: () => Directory.Delete(folder[Path.Combine("run", "checkpoints")], recursive: true));
        Assert.Null(error.Checkpoint);
        Assert.Contains("There is no checkpoint from before. Train anew", error.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("''", error.Message, StringComparison.Ordinal);
    }

    private DivergedException Diverge(float weight, Action? before = null)
    {
        TrainingRequest request = new()
        {
            Algorithm = "fragile",
            CustomAlgorithm = AlgorithmSpec.For<ScriptedLearner.NoOptions>(
                "fragile", "a test", (env, _, _) => new FragileLearner(env, weight, before)),
            Environment = "FrozenLake-v1",
            RunDirectory = folder["run"],
            CheckpointEvery = 10,
            Steps = 1000,
            Video = false,
        };
        return Assert.Throws<DivergedException>(
            () => new TrainingRun(request, new Witness(), TimeProvider.System).Execute());
    }

    private sealed class FragileLearner : ILearner, IHasNetworks
    {
        private readonly Env env;
        private readonly float weight;
        private readonly Action? before;
        private readonly ParameterSet set = new();
        private long steps;

        public FragileLearner(Env env, float weight, Action? before)
        {
            (this.env, this.weight, this.before) = (env, weight, before);
            set.Add("first", new Shape(3));
            set.Add("second", new Shape(5));
        }

        public IAgent Agent => new Baselines.RandomAgent(0);

        public IReadOnlyDictionary<string, ParameterSet> Networks => new Dictionary<string, ParameterSet> { ["brain"] = set };

        public IEnumerable<LearningReport> Learn()
        {
            while (true)
            {
                steps += 10;
                if (steps == 50)
                {
                    before?.Invoke();
                }

                set.Parameters[1].In(set)[3] = steps == 50 ? weight : steps;
                yield return new LearningReport(steps, 0, null, null, [new("loss", 1)]) with { Updates = steps + 7 };
            }
        }

        public void SyncState(StateSync sync)
        {
            sync.Sync(ref steps);
            set.SyncState(sync);
        }

        public void Dispose()
        {
            set.Dispose();
            env.Dispose();
        }
    }
}
