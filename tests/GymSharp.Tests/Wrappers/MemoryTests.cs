using GymSharp.Spaces;
using GymSharp.Wrappers;

namespace GymSharp.Tests.Wrappers;

/// <summary>Steps into memory of the caller allocate nothing where both sides are arrays.</summary>
public sealed class MemoryTests
{
    private static readonly Box<float> Wide = new(-1e6f, 1e6f, 3);

    public static TheoryData<string> Names() => [.. Chains.Keys];

    private static readonly Dictionary<string, Func<Env>> Chains = new(StringComparer.Ordinal)
    {
        ["normalize"] = () => Vector().NormalizeObservation().NormalizeReward(),
        ["rescale"] = () => Vector().RescaleObservation(-1.0, 1.0).ClipReward(-1.0, 1.0),
        ["stack"] = () => Vector().FrameStackObservation(4),
        ["delay"] = () => Vector().DelayObservation(2),
        ["skip"] = () => Vector().MaxAndSkipObservation(2),
        ["dtype"] = () => Vector().DtypeObservation<double, int, float>().ReshapeObservation(3, 1).FlattenObservation(),
        ["time"] = () => Vector().TimeLimit(1_000_000).TimeAwareObservation<double, int, float[]>(),
        ["one-hot time"] = () => new Counter<int>(new Discrete(4), () => 2).TimeLimit(1_000_000).TimeAwareObservation<long, int, int>(),
        ["bins"] = () => Vector().MultiDiscretizeObservation(5),
        ["sticky"] = () => Vector().StickyAction(0.3, 1, 4).RepeatAction(2).OrderEnforcing().PassiveEnvChecker(),
        ["gray"] = () => new Counter<byte[]>(new Box<byte>(0, 255, 8, 8, 3), () => new byte[192]).GrayscaleObservation().ResizeObservation(3, 5),
    };

    [Theory]
    [MemberData(nameof(Names))]
    public void Array_wrappers_allocate_nothing_per_step(string name)
    {
        Env env = Chains[name]();
        Assert.Equal(0, env.Accept(new Measure()));
    }

    [Fact]
    public void Action_wrappers_allocate_nothing_per_step()
    {
        Env<float[], float[]> box = new ActionCounter().RescaleAction(-1.0, 1.0).ClipAction();
        float[] action = [0.5f, 0.25f];
        float[] memory = new float[3];
        box.Reset();
        box.Step(action, memory);
        Assert.Equal(0, Allocations.Of(() =>
        {
            for (int i = 0; i < 1000; i++)
            {
                box.Step(action, memory);
            }
        }));
        Env<float[], int> discrete = new ActionCounter().DiscretizeAction(3, 4);
        discrete.Reset();
        discrete.Step(1, memory);
        Assert.Equal(0, Allocations.Of(() =>
        {
            for (int i = 0; i < 1000; i++)
            {
                discrete.Step(i % 12, memory);
            }
        }));
    }

    private static Counter<float[]> Vector() => new(Wide, () => new float[3]);

    private sealed class Measure : IEnvVisitor<long>
    {
        public long Visit<TObservation, TAction>(Env<TObservation, TAction> env)
            where TObservation : notnull
            where TAction : notnull
        {
            TAction action = env.ActionSpace.Sample();
            TObservation memory = env.Reset(seed: 1).Observation;
            Play(10);
            return Allocations.Of(() => Play(1000));

            void Play(int steps)
            {
                for (int i = 0; i < steps; i++)
                {
                    env.Step(action, memory);
                }
            }
        }
    }

    /// <summary>An environment that writes the step number into the memory it is given.</summary>
    private sealed class Counter<TObservation>(Space<TObservation> space, Func<TObservation> make) : Env<TObservation, int>
        where TObservation : notnull
    {
        private int step;

        public override Space<TObservation> ObservationSpace => space;

        public override Space<int> ActionSpace { get; } = new Discrete(2);

        protected override (TObservation Observation, Info Info) OnReset(ulong? seed, ResetOptions options)
        {
            Reseed(seed);
            return (make(), Info.Empty);
        }

        protected override Step<TObservation> OnStep(int action, TObservation? reuse)
        {
            TObservation observation = reuse is null || typeof(TObservation).IsValueType ? make() : reuse;
            if (observation is float[] vector)
            {
                Array.Fill(vector, ++step);
            }

            return new(observation, 1.0, false, false, Info.Empty);
        }

        protected override void SyncState(State.StateSync sync) => sync.Sync(ref step);
    }

    private sealed class ActionCounter : Env<float[], float[]>
    {
        public override Space<float[]> ObservationSpace => Wide;

        public override Space<float[]> ActionSpace { get; } = new Box<float>([-1.0f, 0.0f], [3.0f, 0.5f]);

        protected override (float[] Observation, Info Info) OnReset(ulong? seed, ResetOptions options) => (new float[3], Info.Empty);

        protected override Step<float[]> OnStep(float[] action, float[]? reuse)
        {
            Assert.True(ActionSpace.Contains(action));
            return new(reuse ?? new float[3], action[0], false, false, Info.Empty);
        }

        protected override void SyncState(State.StateSync sync)
        {
        }
    }
}
