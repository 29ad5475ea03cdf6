using GymSharp.Learning.Replay;
using GymSharp.Neural;

namespace GymSharp.Learning.OffPolicy;

/// <summary>
/// One update of every algorithm against its formulas in loops over doubles: gradients of all weights against differences
/// of the losses, with the drawn transitions and noise.
/// </summary>
public sealed class GradientTests
{
    private const string Lander = "LunarLanderContinuous-v3";
    private const int Observation = 8;
    private const int Action = 2;
    private const int Rows = 12;
    private const ulong Seed = 5;

    private static T Tiny<T>(T options)
        where T : OffPolicyOptions => options with
        {
            Hidden = [6, 5],
            Activation = Activation.Tanh,
            BatchSize = Rows,
            BufferSize = 500,
            LearningStarts = 100_000,
            LearningRate = 1e-2,
            Tau = 0.1,
        };

    [Fact]
    public void Ddpg_and_td3_follow_their_formulas()
    {
        CheckDeterministic(Tiny(new DdpgOptions()), critics: 1, (0, 0));
        CheckDeterministic(Tiny(new DdpgOptions { ActionL2 = 0.7 }), critics: 1, (0, 0));
        CheckDeterministic(Tiny(new Td3Options { PolicyDelay = 1, TargetPolicyNoise = 0.4, TargetNoiseClip = 0.5 }), critics: 2, (0.4, 0.5));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Sac_follows_its_formulas(bool useSde)
    {
        SacOptions options = Tiny(new SacOptions { EntCoef = "0.3", UseSde = useSde, LogStdInit = -1 });
        using Sac learner = (Sac)Collected(options);
        ScalarNetworks critics = new(learner.Critics.Parameters);
        double[] before = critics.Weights();
        SoftActorTwin actor = new(learner.Actor.Parameters, useSde);
        double[] policy = actor.Weights();
        learner.Update();

        actor.DrawNoise(OffPolicyLearners.UpdateRng(Seed), Rows, Action);
        TransitionBatch batch = learner.Run.Batch;
        double[] y = [.. Enumerable.Range(0, Rows).Select(row =>
        {
            double[] state = OffPolicyLearners.Row(batch.NextObservations, row, Observation);
            (double[] action, double log) = actor.Sample(policy, state, row, isNext: true);
            double least = Enumerable.Range(0, 2).Min(i => critics.Critic(before, i, [.. state, .. action])[0]);
            return batch.Rewards[row] + (batch.Discounts[row] * (least - (0.3 * log)));
        })];
        double CriticLoss(double[] weights) => Enumerable.Range(0, Rows).Sum(row =>
            Enumerable.Range(0, 2).Sum(i => 0.5 * Math.Pow(critics.Critic(weights, i, Pair(batch, row))[0] - y[row], 2))) / Rows;
        ScalarNetworks.AssertClose(ScalarNetworks.Gradient(before, CriticLoss), learner.Critics.Gradients.Values);

        double[] after = critics.Weights();
        double ActorLoss(double[] weights) => Enumerable.Range(0, Rows).Average(row =>
        {
            double[] state = OffPolicyLearners.Row(batch.Observations, row, Observation);
            (double[] action, double log) = actor.Sample(weights, state, row, isNext: false);
            return (0.3 * log) - Enumerable.Range(0, 2).Min(i => critics.Critic(after, i, [.. state, .. action])[0]);
        });
        ScalarNetworks.AssertClose(ScalarNetworks.Gradient(policy, ActorLoss), learner.Actor.Gradients.Values);
        AssertFollowed(before, after, learner.Critics.Target);
    }

    [Fact]
    public void Tqc_follows_its_formulas()
    {
        const int Quantiles = 5;
        TqcOptions options = Tiny(new TqcOptions { EntCoef = "0.3", NQuantiles = Quantiles, TopQuantilesToDropPerNet = 1 });
        using Tqc learner = (Tqc)Collected(options);
        ScalarNetworks critics = new(learner.Critics.Parameters);
        double[] before = critics.Weights();
        SoftActorTwin actor = new(learner.Actor.Parameters, useSde: false);
        double[] policy = actor.Weights();
        learner.Update();

        actor.DrawNoise(OffPolicyLearners.UpdateRng(Seed), Rows, Action);
        TransitionBatch batch = learner.Run.Batch;
        double[][] y = [.. Enumerable.Range(0, Rows).Select(row =>
        {
            double[] state = OffPolicyLearners.Row(batch.NextObservations, row, Observation);
            (double[] action, double log) = actor.Sample(policy, state, row, isNext: true);
            double[] pooled = [.. critics.Critic(before, 0, [.. state, .. action]), .. critics.Critic(before, 1, [.. state, .. action])];
            return pooled.Order().Take(8).Select(z => batch.Rewards[row] + (batch.Discounts[row] * (z - (0.3 * log)))).ToArray();
        })];
        double CriticLoss(double[] weights) => Enumerable.Range(0, Rows).Average(row =>
            Enumerable.Range(0, 2).Average(i => critics.Critic(weights, i, Pair(batch, row))
                .Select((z, at) => y[row].Average(target => Huber(target - z, (at + 0.5) / Quantiles))).Average()));
        ScalarNetworks.AssertClose(ScalarNetworks.Gradient(before, CriticLoss), learner.Critics.Gradients.Values);

        double[] after = critics.Weights();
        double ActorLoss(double[] weights) => Enumerable.Range(0, Rows).Average(row =>
        {
            double[] state = OffPolicyLearners.Row(batch.Observations, row, Observation);
            (double[] action, double log) = actor.Sample(weights, state, row, isNext: false);
            return (0.3 * log) - Enumerable.Range(0, 2).Average(i => critics.Critic(after, i, [.. state, .. action]).Average());
        });
        ScalarNetworks.AssertClose(ScalarNetworks.Gradient(policy, ActorLoss), learner.Actor.Gradients.Values);
        AssertFollowed(before, after, learner.Critics.Target);

        static double Huber(double u, double share) =>
            Math.Abs(share - (u < 0 ? 1 : 0)) * (Math.Abs(u) > 1 ? Math.Abs(u) - 0.5 : 0.5 * u * u);
    }

    private static void CheckDeterministic(DeterministicOptions options, int critics, (double Deviation, double Clip) noise)
    {
        using ILearner learner = Collected(options);
        (OffPolicyRun run, DeterministicActor actor, CriticEnsemble ensemble) = learner is Ddpg ddpg
            ? (ddpg.Run, ddpg.Actor, ddpg.Critics)
            : (((Td3)learner).Run, ((Td3)learner).Actor, ((Td3)learner).Critics);
        ScalarNetworks values = new(ensemble.Parameters);
        ScalarNetworks policy = new(actor.Parameters);
        double[] before = values.Weights();
        double[] acting = policy.Weights();
        OffPolicyLearners.UpdateOf(learner)();

        float[] drawn = new float[Rows * Action];
        OffPolicyLearners.UpdateRng(Seed).StandardNormal(drawn);
        TransitionBatch batch = run.Batch;
        double[] y = [.. Enumerable.Range(0, Rows).Select(row =>
        {
            double[] state = OffPolicyLearners.Row(batch.NextObservations, row, Observation);
            double[] action = [.. Act(acting, state).Select((a, i) => Math.Clamp(
                a + Math.Clamp(drawn[(row * Action) + i] * noise.Deviation, -noise.Clip, noise.Clip), -1, 1))];
            double least = Enumerable.Range(0, critics).Min(i => values.Critic(before, i, [.. state, .. action])[0]);
            return batch.Rewards[row] + (batch.Discounts[row] * least);
        })];
        double CriticLoss(double[] weights) => Enumerable.Range(0, Rows).Sum(row =>
            Enumerable.Range(0, critics).Sum(i => Math.Pow(values.Critic(weights, i, Pair(batch, row))[0] - y[row], 2))) / Rows;
        ScalarNetworks.AssertClose(ScalarNetworks.Gradient(before, CriticLoss), ensemble.Gradients.Values);

        double[] after = values.Weights();
        double ActorLoss(double[] weights) => Enumerable.Range(0, Rows).Average(row =>
        {
            double[] state = OffPolicyLearners.Row(batch.Observations, row, Observation);
            double[] action = Act(weights, state);
            return (options.ActionL2 * action.Average(a => a * a)) - values.Critic(after, 0, [.. state, .. action])[0];
        });
        ScalarNetworks.AssertClose(ScalarNetworks.Gradient(acting, ActorLoss), actor.Gradients.Values);
        AssertFollowed(before, after, ensemble.Target);
        AssertFollowed(acting, policy.Weights(), actor.Target);

        double[] Act(double[] weights, double[] state) =>
            ScalarNetworks.Tanh(policy.Layer(weights, "actor.mu", policy.Hidden(weights, "actor", state)));
    }

    // A learner that remembers an episode and has learned nothing.
    private static ILearner Collected(OffPolicyOptions options)
    {
        ILearner learner = OffPolicyLearners.Make(Lander, options, Seed, steps: 100_000);
        _ = learner.Learn().First();
        return learner;
    }

    private static double[] Pair(TransitionBatch batch, int row) =>
    [
        .. OffPolicyLearners.Row(batch.Observations, row, Observation), .. OffPolicyLearners.Row(batch.Actions, row, Action),
    ];

    private static void AssertFollowed(double[] before, double[] after, ParameterSet target)
    {
        Assert.NotEqual(before, after);
        for (int i = 0; i < before.Length; i++)
        {
            Assert.Equal(before[i] + (0.1 * (after[i] - before[i])), target.Values[i], 1e-6);
        }
    }
}
