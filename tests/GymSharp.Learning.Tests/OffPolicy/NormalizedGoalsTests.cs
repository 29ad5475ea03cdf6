using GymSharp.Learning.Replay;
using GymSharp.Learning.ValueBased;
using GymSharp.Learning.Views;
using GymSharp.Vector;

namespace GymSharp.Learning.OffPolicy;

public sealed class NormalizedGoalsTests
{
    private const int HeightWanted = 3;
    private const int ObservationSize = 6;

    /// <summary>
    /// Were the height divided by the deviation of heights wanted, which is 0, it would say whose goal a transition has.
    /// </summary>
    [Fact]
    public void Goals_of_hindsight_look_like_those_of_the_environment()
    {
        TrainingEnv envs = new(Gym.MakeVec(
            ShelfEnv.Registration, 1, new MakeVecOptions { Autoreset = AutoresetMode.SameStep, Mode = VectorizationMode.Sync }));
        SacOptions options = OffPolicyLearners.Small(
            new SacOptions { NormalizeObservations = true, NSampledGoal = 4, LearningStarts = 10_000 });
        using Sac learner = new(envs, options with { BatchSize = 500 }, new LearnerSetup(1, 1_000) { Threads = 1 });
        ValueLearners.Train(learner, 500);
        TransitionBatch batch = learner.Run.Draw();
        float[] heights = [.. Enumerable.Range(0, 500)
            .Select(row => batch.Observations[(row * ObservationSize) + HeightWanted])];
        Assert.True(heights.Distinct().Count() > 10, "No goal is one of hindsight.");
        Assert.All(heights, height => Assert.InRange(height, -0.02f, 0.02f));
    }
}
