using GymSharp.Environments.Box2D;
using GymSharp.Randomness;
using GymSharp.Vector;

namespace GymSharp.Environments.Tests.Box2D;

/// <summary>Actions for a batch of landers or walkers: at random, or those of the built-in controllers.</summary>
internal sealed class ActionChooser<TObservation, TAction>
    where TObservation : notnull
    where TAction : notnull
{
    private const int Actions = 4;
    private readonly Rng rng = new(7);
    private readonly BipedalWalkerHeuristic[] walkers;
    private readonly int observationSize;
    private readonly int actionSize;
    private readonly bool heuristic;

    public ActionChooser(VectorEnv<TObservation, TAction> batch, bool heuristic)
    {
        observationSize = batch.ObservationSize;
        actionSize = batch.ActionSize;
        this.heuristic = heuristic;
        walkers = [.. Enumerable.Range(0, batch.NumEnvs).Select(_ => new BipedalWalkerHeuristic())];
    }

    public void Choose(TObservation[] observations, TAction[] actions)
    {
        for (int i = 0; i < walkers.Length; i++)
        {
            float[] one = (float[])(object)observations.AsSpan(i * observationSize, observationSize).ToArray();
            double[] chosen = heuristic ? Skilled(one, i) : AtRandom();
            for (int j = 0; j < actionSize; j++)
            {
                actions[(i * actionSize) + j] = (TAction)Convert.ChangeType(
                    chosen[j], typeof(TAction), System.Globalization.CultureInfo.InvariantCulture);
            }
        }
    }

    private double[] AtRandom() => typeof(TAction) == typeof(int)
        ? [rng.Integers(0, Actions)]
        : [.. Enumerable.Range(0, actionSize).Select(_ => rng.Uniform(-1.2, 1.2))];

    private double[] Skilled(float[] observation, int index)
    {
        if (typeof(TAction) == typeof(int))
        {
            return [LunarLanderHeuristic.Choose(observation)];
        }

        if (actionSize == Actions)
        {
            return walkers[index].Choose(observation);
        }

        (double main, double side) = LunarLanderHeuristic.Throttle(observation);
        return [main, side];
    }
}
