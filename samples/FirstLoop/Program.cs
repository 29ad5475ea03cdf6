// The loop that beginners write: make, reset, choose, step, remember, learn every few episodes, film, close.
// Run it with: dotnet run --project samples/FirstLoop [folder for the video]
using FirstLoop;
using GymSharp;
using GymSharp.Learning;
using GymSharp.Recording;
using GymSharp.Registration;

const int Episodes = 3000;
const int TrainEvery = 10;
string folder = args.Length > 0 ? args[0] : "first-loop-video";

using var game = Gym.Make<int, int>(
    "FrozenLake-v1",
    new MakeOptions
    {
        RenderMode = RenderMode.RgbArray,
        Arguments = new Dictionary<string, object?> { ["is_slippery"] = false },
    });
using var env = new RecordVideo<int, int>(
    game, folder, new RecordVideoOptions { EpisodeTrigger = episode => episode == Episodes - 1 });

var agent = new ReturnAveragingAgent(states: 16, actions: 4, seed: 1);
var history = new History<int, int>();
double lastReturn = 0;

for (int episode = 0; episode < Episodes; episode++)
{
    var (observation, info) = env.Reset(seed: episode == 0 ? 1UL : null);
    bool done = false;
    lastReturn = 0;
    for (int step = 0; !done; step++)
    {
        int action = agent.Act(observation, exploring: episode < Episodes - 1);
        var (nextObservation, reward, terminated, truncated, nextInfo) = env.Step(action);
        done = terminated || truncated;
        history.Add(new(episode, observation, reward, done, nextInfo, action, step));
        observation = nextObservation;
        lastReturn += reward;
    }

    if ((episode + 1) % TrainEvery == 0)
    {
        agent.Train(history);
        history.Clear();
    }
}

Console.WriteLine($"The last episode, filmed in {folder}, returned {lastReturn}.");
