#!/usr/bin/env dotnet
#:project ../src/GymSharp.Environments/GymSharp.Environments.csproj
#:project ../src/GymSharp.Neural/GymSharp.Neural.csproj
#:property PublishAot=false
#:property TieredCompilation=false
// One file that is read from top to bottom has no use for a namespace: MA0047.
#:property NoWarn=$(NoWarn);MA0047

// Proximal policy optimisation on CartPole, whole, in one file: what src/GymSharp.Learning does with options, shared
// parts and a run directory, without them. A test holds the weights of both equal, bit for bit, over 1,000 updates.
//
//   dotnet run -c Release samples/ppo.cs [updates] [seed] [file for the weights]
//
// Schulman, Wolski, Dhariwal, Radford and Klimov (2017), "Proximal Policy Optimization Algorithms".
using System.Runtime.InteropServices;
using GymSharp;
using GymSharp.Neural;
using GymSharp.Neural.Distributions;
using GymSharp.Neural.Initialization;
using GymSharp.Neural.Layers;
using GymSharp.Neural.Optimization;
using GymSharp.Neural.Threading;
using GymSharp.Randomness;
using GymSharp.Vector;

const int Envs = 8, Steps = 32, Epochs = 20, Inputs = 4, Actions = 2, Hidden = 64;
const int Rows = Envs * Steps;
const double Gamma = 0.98, Lambda = 0.8, LearningRate = 1e-3, MaxGradientNorm = 0.5;
int updates = args.Length > 0 ? int.Parse(args[0]) : 391 * Epochs;
ulong seed = args.Length > 1 ? ulong.Parse(args[1]) : 0;

// One stream of random numbers for the first weights, one for the actions.
Rng[] streams = new Rng(new SeedSequence(seed).Spawn(1)[0]).Spawn(2);
Rng rng = streams[1];

// Two networks of two tanh layers: one gives logits of actions, one the value of a state.
using ParameterSet parameters = new();
Initializer wide = new Orthogonal(Math.Sqrt(2));
Linear actor0 = new(parameters, "actor.0", (Inputs, Hidden), wide, streams[0], Activation.Tanh);
Linear actor1 = new(parameters, "actor.1", (Hidden, Hidden), wide, streams[0], Activation.Tanh);
Linear critic0 = new(parameters, "critic.0", (Inputs, Hidden), wide, streams[0], Activation.Tanh);
Linear critic1 = new(parameters, "critic.1", (Hidden, Hidden), wide, streams[0], Activation.Tanh);
Linear actorOut = new(parameters, "actor.out", (Hidden, Actions), new Orthogonal(0.01), streams[0]);
Linear criticOut = new(parameters, "critic.out", (Hidden, 1), new Orthogonal(1), streams[0]);
Tensor Logits(Tensor x) => actorOut.Forward(actor1.Forward(actor0.Forward(x)));
Tensor Values(Tensor x) => criticOut.Forward(critic1.Forward(critic0.Forward(x))).Reshape(new Shape(x.Shape.Rows));

using ComputeTeam team = new(Environment.ProcessorCount);
using Tape tape = new(parameters, team) { IsRecording = false };
using ShardedGradients gradients = new(parameters, team);
using Adam adam = new(parameters, new AdamOptions { Epsilon = 1e-5 }, team);
CategoricalDistribution policy = new(Actions);

using var envs = (VectorEnv<float, int>)Gym.MakeVec("CartPole-v1", Envs, new MakeVecOptions
{
    Mode = VectorizationMode.Sync,
    Autoreset = AutoresetMode.SameStep,
});
StepBatch<float> batch = envs.CreateBatch();
envs.Reset(batch.Observations, seed);

Samples data = new(Rows, Inputs);
float[] chosen = new float[Envs];
int[] moves = new int[Envs];
float[] nextValues = new float[Envs];
PpoLoss loss = new(data, policy, Logits, Values);
double episodeReturns = 0;
int episodes = 0;

for (int update = 0; update < updates; update += Epochs)
{
    // Collect: act for 32 steps in 8 environments.
    for (int t = 0; t < Steps; t++)
    {
        batch.Observations.CopyTo(data.Observations, t * Envs * Inputs);
        tape.Clear();
        policy.Sample(Logits(tape.Input(batch.Observations, new Shape(Envs, Inputs))), rng, chosen);
        chosen.CopyTo(data.Actions, t * Envs);
        for (int i = 0; i < Envs; i++)
        {
            moves[i] = (int)chosen[i];
        }

        envs.Step(moves, batch);
        for (int i = 0; i < Envs; i++)
        {
            int row = (t * Envs) + i;
            data.Rewards[row] = (float)batch.Rewards[i];
            data.Terminated[row] = batch.Terminated[i];
            data.Truncated[row] = batch.Truncated[i];
            episodes += batch.DoneAt(i) ? 1 : 0;
            episodeReturns += batch.Rewards[i];
            if (batch.Truncated[i] && !batch.Terminated[i])
            {
                // Cut off by the time limit: the critic says what would have followed.
                tape.Clear();
                data.FinalValues[row] = Values(tape.Input(batch.FinalObservationAt(i), new Shape(1, Inputs))).Item;
            }
        }
    }

    // What the networks said of these steps, in one pass; then of where the environments are now.
    tape.Clear();
    Tensor seen = tape.Input(data.Observations, new Shape(Rows, Inputs));
    policy.LogProbability(Logits(seen), data.Actions).Values.CopyTo(data.LogProbabilities);
    Values(seen).Values.CopyTo(data.Values);
    tape.Clear();
    Values(tape.Input(batch.Observations, new Shape(Envs, Inputs))).Values.CopyTo(nextValues);

    // Advantage: how much better each action was than expected, generalised over λ.
    for (int i = 0; i < Envs; i++)
    {
        double advantage = 0;
        for (int t = Steps - 1; t >= 0; t--)
        {
            int row = (t * Envs) + i;
            double next = data.Terminated[row] ? 0
                : data.Truncated[row] ? data.FinalValues[row]
                : t == Steps - 1 ? nextValues[i] : data.Values[row + Envs];
            double surprise = data.Rewards[row] + (Gamma * next) - data.Values[row];
            bool ended = data.Terminated[row] || data.Truncated[row];
            advantage = surprise + (ended ? 0 : Gamma * Lambda * advantage);
            data.Advantages[row] = (float)advantage;
            data.Returns[row] = (float)(advantage + data.Values[row]);
        }
    }

    Standardize(data.Advantages);

    // Update: all samples in one batch, twenty times.
    adam.LearningRate = LearningRate;
    for (int epoch = 0; epoch < Epochs; epoch++)
    {
        gradients.Run(Rows, loss);
        gradients.Gradients.ClipByNorm((float)MaxGradientNorm);
        adam.Step(gradients.Gradients);
    }

    if ((update / Epochs) % 40 == 39)
    {
        Console.WriteLine($"update {update + Epochs}: mean return {episodeReturns / Math.Max(1, episodes):F1}");
        (episodeReturns, episodes) = (0, 0);
    }
}

if (args.Length > 2)
{
    File.WriteAllBytes(args[2], MemoryMarshal.AsBytes(parameters.Values).ToArray());
}

static void Standardize(Span<float> values)
{
    double mean = 0;
    foreach (float value in values)
    {
        mean += value;
    }

    mean /= values.Length;
    double squares = 0;
    foreach (float value in values)
    {
        squares += (value - mean) * (value - mean);
    }

    double scale = 1 / (Math.Sqrt(squares / values.Length * values.Length / (values.Length - 1)) + 1e-8);
    foreach (ref float value in values)
    {
        value = (float)((value - mean) * scale);
    }
}

/// <summary>What was seen and done, one row per step and environment.</summary>
internal sealed class Samples(int rows, int inputs)
{
    public readonly float[] Observations = new float[rows * inputs];
    public readonly float[] Actions = new float[rows];
    public readonly float[] Rewards = new float[rows];
    public readonly bool[] Terminated = new bool[rows];
    public readonly bool[] Truncated = new bool[rows];
    public readonly float[] FinalValues = new float[rows];
    public readonly float[] LogProbabilities = new float[rows];
    public readonly float[] Values = new float[rows];
    public readonly float[] Advantages = new float[rows];
    public readonly float[] Returns = new float[rows];
}

/// <summary>−mean min(r A, clip(r, 0.8, 1.2) A) + mean (V − R)² / 2, over some rows at a time.</summary>
internal sealed class PpoLoss(
    Samples data, CategoricalDistribution policy, Func<Tensor, Tensor> logits, Func<Tensor, Tensor> values) : IShardLoss
{
    public Tensor Evaluate(Tape tape, in Shard shard)
    {
        int inputs = data.Observations.Length / data.Actions.Length;
        Tensor x = tape.Input(
            data.Observations.AsSpan(shard.First * inputs, shard.Count * inputs), new Shape(shard.Count, inputs));
        Tensor newLogits = logits(x);
        Tensor newValues = values(x);
        Tensor logProbability = policy.LogProbability(newLogits, shard.Of(data.Actions));
        Tensor ratio = (logProbability - tape.Input(shard.Of(data.LogProbabilities))).Exp();
        Tensor advantages = tape.Input(shard.Of(data.Advantages));
        Tensor gain = (ratio * advantages).Minimum(ratio.Clamp(0.8f, 1.2f) * advantages).Sum();
        Tensor error = (newValues - tape.Input(shard.Of(data.Returns))).Square().Sum();
        return ((error * 0.5f) - gain) * (1f / shard.BatchRows);
    }
}
