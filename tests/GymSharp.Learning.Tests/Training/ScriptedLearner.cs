using GymSharp.Learning.Options;
using GymSharp.State;

namespace GymSharp.Learning.Training;

/// <summary>
/// Reports as a script says, ten steps and one episode at a time; its agent plays FrozenLake by walking where its skill
/// allows.
/// </summary>
internal sealed class ScriptedLearner(Env env, Func<long, ScriptedLearner.Line> script) : ILearner
{
    private long updates;

    /// <summary>What one report says.</summary>
    /// <param name="Return">Return of the episode.</param>
    /// <param name="Skill">Return that the agent earns in an evaluation from here on.</param>
    /// <param name="Loss">The metric <c>loss</c>.</param>
    internal readonly record struct Line(double Return, double Skill = 0, double Loss = 1);

    internal sealed record NoOptions
    {
        [Option("nothing")]
        public int Nothing { get; init; }
    }

    public static AlgorithmSpec Spec(Func<long, Line> script) => AlgorithmSpec.For<NoOptions>(
        "scripted", "a test", (env, _, _) => new ScriptedLearner(env, script));

    public IAgent Agent => new ScriptedAgent(script(updates).Skill);

    public IEnumerable<LearningReport> Learn()
    {
        while (true)
        {
            updates++;
            Line line = script(updates);
            yield return new(10 * updates, updates, line.Return, 10, [new("entropy", 0.5), new("loss", line.Loss)]);
        }
    }

    public void SyncState(StateSync sync) => sync.Sync(ref updates);

    public void Dispose() => env.Dispose();

    private sealed class ScriptedAgent(double skill) : IAgent, IActor
    {
        public IActor On(Env env) => this;

        public IEnumerable<PlayedStep> Play(ulong? seed = null) =>
            Enumerable.Range(1, 7).Select(step => new PlayedStep(step == 1 ? skill : 0, false, step == 7, Info.Empty));
    }
}
