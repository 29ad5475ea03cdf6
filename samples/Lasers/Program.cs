// Robots shooting lasers at aliens: an agent that knows nothing plays Laser Invaders, everything that happens is
// remembered, and the last game is filmed.
// Run it with: dotnet run --project samples/Lasers [folder for the video] [games]
using GymSharp;
using GymSharp.Learning;
using GymSharp.Recording;
using GymSharp.Registration;
using Lasers;

string folder = args.Length > 0 ? args[0] : "lasers-video";
int games = args.Length > 1 ? int.Parse(args[1]) : 3;

using var game = Gym.Make<byte[], int>(
    "ALE/LaserInvaders-v5", new MakeOptions { RenderMode = RenderMode.RgbArray });
using var env = new RecordVideo<byte[], int>(
    game, folder, new RecordVideoOptions { EpisodeTrigger = episode => episode == games - 1 });

History<byte[], int> history = Job.Run(env, new RandomRobot(env.ActionSpace, seed: 1), games);

foreach (var episode in history.Episodes())
{
    double score = episode.Sum(entry => entry.Reward);
    int hits = episode.Count(entry => entry.Reward > 0);
    Console.WriteLine($"Game {episode[0].Episode + 1}: {episode.Count} steps, {hits} hits, {score} points.");
}

Console.WriteLine($"The last game was filmed in {folder}.");
