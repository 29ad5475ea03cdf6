// A humanoid learns not to fall: training with PPO, then one episode, recorded by hand frame by frame.
// Run it with: dotnet run -c Release --project samples/Humanoid [video] [steps]
using GymSharp;
using GymSharp.Learning;
using GymSharp.Learning.PolicyGradient;
using GymSharp.Learning.Views;
using GymSharp.Recording;
using GymSharp.Registration;
using GymSharp.Vector;

const ulong Seed = 1;
string video = args.Length > 0 ? args[0] : "humanoid";
long steps = args.Length > 1 ? long.Parse(args[1]) : 200_000;

// Eight humanoids learn side by side. Observations and rewards are scaled by their running statistics, without which
// the forces on its feet would drown the angles of its joints.
VectorEnv humanoids = Gym.MakeVec("Humanoid-v5", 8, new MakeVecOptions { Autoreset = AutoresetMode.SameStep });
PpoOptions options = new()
{
    Normalize = true,
    StepsPerUpdate = 256,
    BatchSize = 256,
    Gamma = 0.95,
    GaeLambda = 0.9,
    LogStdInitial = -1,
};
using Ppo learner = new(new TrainingEnv(humanoids), options, new LearnerSetup(Seed, steps));
foreach (LearningReport report in learner.Learn())
{
    Console.WriteLine($"{report.Steps} steps, return {report.EpisodeReturn:0.0}");
    if (report.Steps >= steps)
    {
        break;
    }
}

// One episode with what was learned. Between two steps the environment can be drawn.
using Env env = Gym.Make("Humanoid-v5", new MakeOptions { RenderMode = RenderMode.RgbArray });
using VideoRecorder recorder = new(env, video);
double total = 0;
foreach (PlayedStep step in learner.Agent.On(env).Play(Seed))
{
    recorder.CaptureFrame();
    total += step.Reward;
}

recorder.Close();
Console.WriteLine($"The episode in {recorder.Path} returned {total:0.0} in {recorder.FrameCount} steps.");
