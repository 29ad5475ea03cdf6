#!/usr/bin/env dotnet
#:project ../src/GymSharp.Environments/GymSharp.Environments.csproj
#:project ../src/GymSharp.Neural/GymSharp.Neural.csproj
#:property PublishAot=false
#:property TieredCompilation=false
// One file that is read from top to bottom has no use for a namespace: MA0047.
#:property NoWarn=$(NoWarn);MA0047

// Deep Q-learning on CartPole, whole, in one file: what src/GymSharp.Learning does with options, shared parts and a run
// directory, without them. A test holds the weights of both equal, bit for bit, over 1,000 updates.
//
//   dotnet run -c Release samples/dqn.cs [updates] [seed] [file for the weights]
//
// Mnih et al. (2015), "Human-level control through deep reinforcement learning"; options of rl-baselines3-zoo.
using System.Runtime.InteropServices;
using GymSharp;
using GymSharp.Neural;
using GymSharp.Neural.Initialization;
using GymSharp.Neural.Layers;
using GymSharp.Neural.Optimization;
using GymSharp.Neural.Threading;
using GymSharp.Randomness;
using GymSharp.Vector;

const int Inputs = 4, Actions = 2, Hidden = 256, Batch = 64, BatchesPerDraw = 8;
const int LearningStarts = 1000, TrainEvery = 256, UpdatesPerPhase = 128, CopyEvery = 10, PlannedSteps = 50_000;
const float Gamma = 0.99f, MaxGradientNorm = 10;
const double ExplorationFraction = 0.16, FinalEpsilon = 0.04;
int updates = args.Length > 0 ? int.Parse(args[0]) : UpdatesPerPhase * ((PlannedSteps - LearningStarts) / TrainEvery);
ulong seed = args.Length > 1 ? ulong.Parse(args[1]) : 0;

// A stream of random numbers for each purpose, so that none depends on how often another is drawn from.
SeedSequence[] seeds = new SeedSequence(seed).Spawn(3);
Rng initial = new(seeds[0]);
Rng exploration = new(seeds[1]);
Rng draws = new(seeds[2]);

// One network, and an older copy of its numbers that makes the targets.
using ParameterSet online = new();
TorchDefault first = new();
Linear body0 = new(online, "body.0", (Inputs, Hidden), first, initial, Activation.Relu);
Linear body1 = new(online, "body.1", (Hidden, Hidden), first, initial, Activation.Relu);
Linear head = new(online, "head.0", (Hidden, Actions), first, initial);
using ParameterSet target = online.Clone();
using ComputeTeam team = new(Environment.ProcessorCount);
using Tape tape = new(online, team);
using Tape targetTape = new(target, team) { IsRecording = false };
using Adam adam = new(online, new AdamOptions { LearningRate = 0.0023, Epsilon = 1e-8 }, team);
Tensor Values(Tape on, ReadOnlySpan<float> observations) =>
    head.Forward(body1.Forward(body0.Forward(on.Input(observations, new Shape(observations.Length / Inputs, Inputs)))));

using var env = (VectorEnv<float, int>)Gym.MakeVec("CartPole-v1", 1, new MakeVecOptions
{
    Mode = VectorizationMode.Sync,
    Autoreset = AutoresetMode.SameStep,
});
StepBatch<float> step = env.CreateBatch();
env.Reset(step.Observations, seed);

// Memory: a slot holds an observation and what was done there; the next observation is that of the next slot. An
// episode that was cut off leaves a slot with nothing but its last observation.
float[] observations = new float[(2 * PlannedSteps) * Inputs];
int[] actions = new int[2 * PlannedSteps];
float[] rewards = new float[2 * PlannedSteps];
bool[] terminated = new bool[2 * PlannedSteps];
bool[] isTransition = new bool[2 * PlannedSteps];
int newest = 0;
step.Observations.CopyTo(observations, 0);

int[] drawn = new int[BatchesPerDraw * Batch];
float[] states = new float[BatchesPerDraw * Batch * Inputs];
float[] nextStates = new float[BatchesPerDraw * Batch * Inputs];
int[] taken = new int[Batch];
float[] targets = new float[Batch];
int[] move = new int[1];
int done = 0;
double episodeReturn = 0;
List<double> returns = [];

for (int steps = 0; done < updates;)
{
    for (int i = 0; i < TrainEvery; i++)
    {
        // ε-greedy: at random with the probability ε, else the action of the largest value.
        double progress = Math.Clamp((double)steps / PlannedSteps / ExplorationFraction, 0, 1);
        double epsilon = steps < LearningStarts ? 1 : 1 + ((FinalEpsilon - 1) * progress);
        if (exploration.Random() < epsilon)
        {
            move[0] = (int)exploration.Integers(0, Actions);
        }
        else
        {
            tape.Clear();
            tape.IsRecording = false;
            Span<float> values = Values(tape, step.Observations).Values;
            move[0] = values[1] > values[0] ? 1 : 0;
        }

        env.Step(move, step);
        steps++;
        Remember();
        if (steps % CopyEvery == 0)
        {
            target.CopyFrom(online);
        }
    }

    for (int update = 0; steps > LearningStarts && update < UpdatesPerPhase; update += BatchesPerDraw)
    {
        Draw();
        targetTape.Clear();
        Span<float> next = Values(targetTape, nextStates).Values;
        for (int batch = 0; batch < BatchesPerDraw; batch++)
        {
            Update(batch * Batch, next);
            done++;
        }
    }
}

if (args.Length > 2)
{
    File.WriteAllBytes(args[2], MemoryMarshal.AsBytes(online.Values).ToArray());
}

void Remember()
{
    episodeReturn += step.Rewards[0];
    actions[newest] = move[0];
    rewards[newest] = (float)step.Rewards[0];
    terminated[newest] = step.Terminated[0];
    isTransition[newest] = true;
    newest++;
    if (step.DoneAt(0))
    {
        if (!step.Terminated[0])
        {
            step.FinalObservationAt(0).CopyTo(observations.AsSpan(newest * Inputs));
            newest++;
        }

        returns.Add(episodeReturn);
        episodeReturn = 0;
        if (returns.Count == 20)
        {
            Console.WriteLine($"update {done}: mean return of the last 20 episodes {returns.Average():F1}");
            returns.Clear();
        }
    }

    step.Observations.CopyTo(observations, newest * Inputs);
}

// Transitions at random, each as likely as any other, for several updates: the copy does not change meanwhile.
void Draw()
{
    for (int row = 0; row < drawn.Length; row++)
    {
        do
        {
            drawn[row] = (int)draws.Integers(0, newest + 1);
        }
        while (!isTransition[drawn[row]]);

        observations.AsSpan(drawn[row] * Inputs, Inputs).CopyTo(states.AsSpan(row * Inputs));
        observations.AsSpan((drawn[row] + 1) * Inputs, Inputs).CopyTo(nextStates.AsSpan(row * Inputs));
    }
}

// One step of Adam on mean huber(Q(s,a) − y) with y = r + γ max_b Q⁻(s',b), or r where the task ended.
void Update(int firstRow, ReadOnlySpan<float> next)
{
    for (int i = 0; i < Batch; i++)
    {
        int row = firstRow + i;
        float best = next[(row * Actions) + 1] > next[row * Actions] ? next[(row * Actions) + 1] : next[row * Actions];
        taken[i] = actions[drawn[row]];
        targets[i] = rewards[drawn[row]] + ((terminated[drawn[row]] ? 0 : Gamma) * best);
    }

    tape.Clear();
    tape.IsRecording = true;
    Tensor chosen = Values(tape, states.AsSpan(firstRow * Inputs, Batch * Inputs)).Gather(taken);
    Tensor loss = (chosen - tape.Input(targets)).Huber().Mean();
    tape.Gradients.Clear();
    tape.Backward(loss);
    tape.Gradients.ClipByNorm(MaxGradientNorm);
    adam.Step(tape.Gradients);
}
