using GymSharp.Registration;

namespace GymSharp.Environments.Tests;

/// <summary>The default wrappers take a step together; nobody may see that.</summary>
public sealed class DefaultPipelineTests
{
    [Fact]
    public void A_refused_action_counts_towards_no_limit_in_any_episode()
    {
        using Env<float[], int> env = Gym.Make<float[], int>("CartPole-v1", new MakeOptions { MaxEpisodeSteps = 3 });
        for (int episode = 0; episode < 3; episode++)
        {
            env.Reset(1);
            bool[] truncated = new bool[3];
            for (int i = 0; i < truncated.Length; i++)
            {
                Assert.Throws<InvalidActionException>(() => env.Step(7));
                truncated[i] = env.Step(i % 2).Truncated;
            }

            Assert.Equal([false, false, true], truncated);
        }
    }

    [Fact]
    public void Every_episode_warns_once_about_steps_after_its_end()
    {
        using Env<int, int> env = Gym.Make<int, int>("CliffWalking-v1");
        for (int episode = 1; episode <= 3; episode++)
        {
            List<string> warnings = [];
            using (GymLog.Capture(warnings.Add))
            {
                env.Reset(1);
                env.Step(0);
                for (int i = 0; i < 11; i++)
                {
                    env.Step(1);
                }

                Assert.Empty(warnings);
                Assert.True(env.Step(2).Terminated);
                env.Step(2);
                env.Step(2);
            }

            Assert.Single(warnings);
        }
    }

    [Fact]
    public void A_step_goes_the_same_way_after_a_state_was_restored()
    {
        using Env<float[], int> env = Gym.Make<float[], int>("CartPole-v1", new MakeOptions { MaxEpisodeSteps = 5 });
        env.Reset(3);
        env.Step(0);
        byte[] saved = env.SaveState();
        using Env<float[], int> copy = Gym.Make<float[], int>("CartPole-v1", new MakeOptions { MaxEpisodeSteps = 5 });
        copy.RestoreState(saved);
        for (int i = 1; i < 5; i++)
        {
            Step<float[]> one = env.Step(1);
            Step<float[]> other = copy.Step(1);
            Assert.Equal(one.Observation, other.Observation);
            Assert.Equal((i == 4, i == 4), (one.Truncated, other.Truncated));
        }
    }
}
