using GymSharp.Learning.Baselines;
using GymSharp.Learning.Planning;
using GymSharp.Learning.Search;
using GymSharp.Learning.Tabular;

namespace GymSharp.Learning.Training;

/// <summary>The algorithms by name.</summary>
public static partial class AlgorithmCatalog
{
    /// <summary>All algorithms, the simplest first.</summary>
    public static IReadOnlyList<AlgorithmSpec> All { get; } = [.. Simple(), .. Deep()];

    /// <summary>Finds an algorithm.</summary>
    /// <exception cref="ArgumentException">There is none of that name; the message offers the nearest.</exception>
    public static AlgorithmSpec Find(string name)
    {
        ArgumentNullException.ThrowIfNull(name);
        return All.FirstOrDefault(algorithm => algorithm.Name == name)
            ?? throw new ArgumentException(
                $"There is no algorithm '{name}'."
                + $"{Suggestions.DidYouMean(name, All.Select(algorithm => algorithm.Name))} "
                + $"Algorithms: {string.Join(", ", All.Select(algorithm => algorithm.Name))}.",
                nameof(name));
    }

    private static IEnumerable<AlgorithmSpec> Simple() =>
    [
        AlgorithmSpec.For<RandomOptions>(
            "random", "takes random actions and learns nothing",
            (env, _, setup) => new RandomLearner(env, setup)),
        AlgorithmSpec.For<RandomSearchOptions>(
            "random-search", "draws linear policies at random and keeps the best",
            (env, options, setup) => new RandomSearch(env, options, setup)),
        AlgorithmSpec.For<HillClimbingOptions>(
            "hill-climbing", "tries neighbours of the best linear policy",
            (env, options, setup) => new HillClimbing(env, options, setup)),
        AlgorithmSpec.For<CrossEntropyOptions>(
            "cross-entropy", "fits a distribution of linear policies to the best of them",
            (env, options, setup) => new CrossEntropyMethod(env, options, setup)),
        AlgorithmSpec.For<PlanningOptions>(
            "value-iteration", "computes the optimal values from the transition probabilities",
            (env, options, _) => new ValueIteration(env, options)),
        AlgorithmSpec.For<PlanningOptions>(
            "policy-iteration", "evaluates and improves a policy until it is optimal",
            (env, options, _) => new PolicyIteration(env, options)),
        AlgorithmSpec.For<TabularOptions>(
            "monte-carlo", "learns a table of values from whole episodes",
            (env, options, setup) => new MonteCarloControl(env, options, setup)),
        AlgorithmSpec.For<TabularOptions>(
            "sarsa", "learns a table of values of the policy it follows",
            (env, options, setup) => new Sarsa(env, options, setup)),
        AlgorithmSpec.For<TabularOptions>(
            "expected-sarsa", "as sarsa, with the mean over the next action",
            (env, options, setup) => new ExpectedSarsa(env, options, setup)),
        AlgorithmSpec.For<TabularOptions>(
            "q-learning", "learns a table of values of the best policy",
            (env, options, setup) => new QLearning(env, options, setup)),
    ];
}
