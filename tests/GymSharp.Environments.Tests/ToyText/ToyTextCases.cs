namespace GymSharp.Environments.ToyText.Tests;

/// <summary>The variants that tests of general behaviour run over.</summary>
internal static class ToyTextCases
{
    public static readonly IReadOnlyList<(string Name, Func<RenderMode, Env> Create)> All =
    [
        ("Blackjack", mode => new BlackjackEnv(renderMode: mode)),
        ("Blackjack by the book", mode => new BlackjackEnv(sab: true, renderMode: mode)),
        ("FrozenLake", mode => new FrozenLakeEnv(renderMode: mode)),
        ("FrozenLake 8x8", mode => new FrozenLakeEnv(mapName: "8x8", successRate: 0.7, renderMode: mode)),
        ("CliffWalking", mode => new CliffWalkingEnv(renderMode: mode)),
        ("CliffWalking, slippery", mode => new CliffWalkingEnv(isSlippery: true, renderMode: mode)),
        ("Taxi", mode => new TaxiEnv(renderMode: mode)),
        ("Taxi in the rain", mode => new TaxiEnv(
            isRainy: true, ficklePassenger: true, fickleProbability: 1, renderMode: mode)),
        ("BitFlipping", mode => new BitFlippingEnv(bits: 6, renderMode: mode)),
    ];

    public static TheoryData<string> Names => [.. All.Select(item => item.Name)];

    public static Env Create(string name, RenderMode renderMode = RenderMode.None) =>
        All.Single(item => item.Name == name).Create(renderMode);

    /// <summary>Plays random actions, with a reset after each end, and writes down what happened.</summary>
    public static List<string> Play(Env env, int steps)
    {
        List<string> log = [];
        for (int i = 0; i < steps; i++)
        {
            object action = env.ActionSpace.SampleValue();
            Step<object> step = env.StepValue(action);
            log.Add($"{action} {Show(step.Observation)} {step.Reward:R} {step.Terminated} {Show(step.Info)}");
            if (step.Terminated || step.Truncated)
            {
                (object observation, Info info) = env.ResetValue();
                log.Add($"reset {Show(observation)} {Show(info)}");
            }
        }

        return log;
    }

    private static string Show(Info info) => string.Join(' ', info.Select(
        entry => $"{entry.Key}={(entry.Value is sbyte[] mask ? string.Concat(mask) : entry.Value)}"));

    private static string Show(object observation) =>
        observation is object[] list ? string.Join(',', list) : observation.ToString()!;
}
