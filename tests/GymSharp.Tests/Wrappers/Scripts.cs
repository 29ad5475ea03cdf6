using GymSharp.Registration;
using GymSharp.Spaces;

namespace GymSharp.Tests.Wrappers;

/// <summary>Small environments for tests: a vector that counts steps, actions of any kind.</summary>
internal static class Scripts
{
    public static Box<float> CartPoleSpace { get; } = new(
        [-4.8f, float.NegativeInfinity, -0.41887903f, float.NegativeInfinity],
        [4.8f, float.PositiveInfinity, 0.41887903f, float.PositiveInfinity]);

    public static Box<float> Unit { get; } = new(-1.0f, 1.0f, 3);

    public static Box<float> Torque { get; } = new(-2.0f, 2.0f, 1);

    /// <summary>Episodes of a number of steps; observations are (k, k/2, -k) for the k-th result, rewards are k.</summary>
    public static ScriptedEnv<float[], TAction> Vector<TAction>(
        Space<TAction> actions, int episodes = 3, int steps = 5, Space<float[]>? observations = null, EnvSpec? spec = null)
        where TAction : notnull
    {
        observations ??= new Box<float>(-1000.0f, 1000.0f, 3);
        int size = observations.Shape!.Aggregate(1, (product, axis) => product * axis);
        return new(observations, actions, Results(episodes, steps, k => Enumerable.Range(0, size)
            .Select(i => i switch { 0 => (float)k, 1 => k / 2.0f, _ => -k - (i - 2.0f) }).ToArray()))
        {
            GivenSpec = spec,
        };
    }

    /// <summary>Episodes of a number of steps with observations of any kind.</summary>
    public static IReadOnlyList<ScriptedResult> Results(int episodes, int steps, Func<int, object> observation)
    {
        List<ScriptedResult> script = [];
        for (int k = 0; k < episodes * (steps + 1); k++)
        {
            script.Add(new(observation(k))
            {
                IsReset = k % (steps + 1) == 0,
                Reward = k,
                Terminated = k % (steps + 1) == steps,
            });
        }

        return script;
    }
}
