using GymSharp;
using GymSharp.Learning;

namespace Lasers;

/// <summary>Lets a robot play and writes down what happens.</summary>
internal static class Job
{
    public static History<byte[], int> Run(Env<byte[], int> env, RandomRobot robot, int games)
    {
        History<byte[], int> history = new();
        for (int episode = 0; episode < games; episode++)
        {
            var (picture, info) = env.Reset(seed: episode == 0 ? 1UL : null);
            bool done = false;
            for (int step = 0; !done; step++)
            {
                int action = robot.Act(picture);
                var (nextPicture, reward, terminated, truncated, nextInfo) = env.Step(action);
                done = terminated || truncated;
                history.Add(new(episode, picture, reward, done, nextInfo, action, step));
                picture = nextPicture;
            }
        }

        return history;
    }
}
