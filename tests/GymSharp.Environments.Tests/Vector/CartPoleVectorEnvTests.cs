using GymSharp.Environments.ClassicControl;
using GymSharp.State;
using GymSharp.Vector;

namespace GymSharp.Environments.Vector;

public sealed class CartPoleVectorEnvTests
{
    [Fact]
    public void A_wrong_action_is_refused_and_changes_nothing()
    {
        using CartPoleVectorEnv envs = new(3);
        StepBatch<float> batch = envs.CreateBatch();
        envs.Reset(batch.Observations, seed: 1);
        byte[] before = envs.SaveState();
        InvalidActionException error = Assert.Throws<InvalidActionException>(() => envs.Step([0, 2, 1], batch));
        Assert.Contains("environment 1", error.Message);
        Assert.Equal(before, envs.SaveState());
    }

    [Fact]
    public void Masks_and_lists_of_seeds_are_refused()
    {
        using CartPoleVectorEnv envs = new(2);
        Assert.Throws<NotSupportedException>(() => envs.ResetValue([1, 2]));
        Assert.Throws<NotSupportedException>(
            () => envs.ResetValue(options: new ResetOptions { ["reset_mask"] = new[] { true, false } }));
        Assert.Throws<ResetNeededException>(() => envs.Step([0, 0], envs.CreateBatch()));
    }

    [Fact]
    public void A_restored_batch_goes_on_exactly_with_the_bounds_of_its_last_reset()
    {
        using CartPoleVectorEnv first = new(5, maxEpisodeSteps: 7);
        using CartPoleVectorEnv second = new(5, maxEpisodeSteps: 7);
        StepBatch<float> batch = first.CreateBatch();
        StepBatch<float> other = second.CreateBatch();
        first.Reset(batch.Observations, seed: 3, new ResetOptions { ["low"] = -0.2, ["high"] = 0.1 });
        first.Step([0, 1, 0, 1, 0], batch);
        second.RestoreState(first.SaveState());
        for (int t = 0; t < 30; t++)
        {
            first.Step([1, 0, 0, 1, 1], batch);
            second.Step([1, 0, 0, 1, 1], other);
            Assert.Equal(batch.Observations, other.Observations);
            Assert.Equal(batch.Truncated, other.Truncated);
        }

        using CartPoleVectorEnv larger = new(6);
        Assert.Throws<StateFormatException>(() => larger.RestoreState(first.SaveState()));
    }

    [Fact]
    public void Every_environment_is_drawn()
    {
        using CartPoleVectorEnv envs = new(2, renderMode: RenderMode.RgbArray);
        Assert.Throws<ResetNeededException>(() => envs.Render());
        envs.ResetValue(seed: 0);
        IReadOnlyList<GymSharp.Rendering.Frame> frames = envs.Render()!;
        Assert.Equal(2, frames.Count);
        Assert.All(frames, frame => Assert.Equal((600, 400), (frame.Width, frame.Height)));
        Assert.NotEqual(frames[0].Pixels, frames[1].Pixels);
    }
}
