using System.Text.Json;
using GymSharp.Golden;
using GymSharp.Tabular;

namespace GymSharp.Environments.ToyText.Tests;

public sealed class TableTests
{
    [Fact]
    public void Tables_equal_the_recorded_ones_in_content_and_order()
    {
        using JsonDocument document = GoldenData.Open("envs/toy_text_tables");
        Assert.NotEmpty(document.RootElement.EnumerateArray());
        foreach (JsonElement recorded in document.RootElement.EnumerateArray())
        {
            using Env env = ToyTextGolden.Make(recorded);
            ITabularEnv tabular = Assert.IsType<ITabularEnv>(env.Unwrapped, exactMatch: false);
            Assert.Equal(
                recorded.GetProperty("initial_state_distrib").EnumerateArray().Select(item => item.GetDouble()),
                tabular.Transitions.InitialDistribution.ToArray());
            AssertTable(recorded.GetProperty("P"), tabular.Transitions);
            if (recorded.TryGetProperty("action_mask", out JsonElement masks))
            {
                AssertMasks(masks, tabular);
            }
        }
    }

    [Fact]
    public void An_optimal_walker_reaches_the_goal_as_often_as_the_registered_thresholds_say()
    {
        // Gymnasium's registration names 0.74 and 0.91 as the optima.
        Assert.Equal(0.74, OptimalReturn(new FrozenLakeEnv(), 100), 0.005);
        Assert.Equal(0.91, OptimalReturn(new FrozenLakeEnv(mapName: "8x8"), 200), 0.01);
    }

    [Fact]
    public void The_best_walk_along_the_cliff_takes_thirteen_steps() =>
        Assert.Equal(-13, OptimalReturn(new CliffWalkingEnv(), 100));

    [Fact]
    public void Masks_and_states_that_do_not_exist_are_refused()
    {
        ITabularEnv[] environments = [new FrozenLakeEnv(), new CliffWalkingEnv(), new TaxiEnv()];
        Assert.All(environments, env =>
        {
            Assert.Throws<ArgumentOutOfRangeException>(() => { _ = env.ActionMask(-1); });
            Assert.Throws<ArgumentOutOfRangeException>(() => { _ = env.ActionMask(env.Transitions.StateCount); });
            Assert.Equal(env.Transitions.ActionCount, env.ActionMask(0).Length);
        });
    }

    [Fact]
    public void Taxi_states_come_back_from_their_numbers()
    {
        for (int number = 0; number < TaxiState.Count; number++)
        {
            TaxiState state = TaxiState.Decode(number);
            Assert.InRange(state.Row, 0, 4);
            Assert.InRange(state.Column, 0, 4);
            Assert.InRange(state.Passenger, 0, TaxiState.InTaxi);
            Assert.InRange(state.Destination, 0, 3);
            Assert.Equal(number, state.Encode());
        }

        Assert.Equal(new TaxiState(3, 1, 2, 0), TaxiState.Decode(328));
        Assert.Throws<ArgumentOutOfRangeException>(() => TaxiState.Decode(500));
        Assert.Throws<ArgumentOutOfRangeException>(() => TaxiState.Decode(-1));
    }

    private static void AssertTable(JsonElement recorded, TransitionTable table)
    {
        for (int state = 0; state < table.StateCount; state++)
        {
            for (int action = 0; action < table.ActionCount; action++)
            {
                JsonElement row = Entry(Entry(recorded, state), action);
                Transition[] expected = [.. row.EnumerateArray().Select(item => new Transition(
                    item[0].GetDouble(), item[1].GetInt32(), item[2].GetDouble(), item[3].GetBoolean()))];
                Assert.Equal(expected, table.Outcomes(state, action).ToArray());
            }
        }
    }

    private static JsonElement Entry(JsonElement container, int index) => container.ValueKind == JsonValueKind.Array
        ? container[index]
        : container.GetProperty(index.ToString());

    private static void AssertMasks(JsonElement masks, ITabularEnv env)
    {
        Assert.Equal(env.Transitions.StateCount, masks.GetArrayLength());
        for (int state = 0; state < env.Transitions.StateCount; state++)
        {
            Assert.Equal(masks[state].GetString(), string.Concat(env.ActionMask(state).ToArray()));
        }
    }

    // Backward induction over the table, from the last step to the first.
    private static double OptimalReturn(ITabularEnv env, int steps)
    {
        TransitionTable table = env.Transitions;
        double[] values = new double[table.StateCount];
        for (int step = 0; step < steps; step++)
        {
            values = [.. Enumerable.Range(0, table.StateCount).Select(state => Enumerable.Range(0, table.ActionCount)
                .Max(action => Expected(table.Outcomes(state, action), values)))];
        }

        return values.Zip(table.InitialDistribution.ToArray(), (value, share) => value * share).Sum();
    }

    private static double Expected(ReadOnlySpan<Transition> outcomes, double[] values)
    {
        double sum = 0;
        foreach (Transition outcome in outcomes)
        {
            sum += outcome.Probability * (outcome.Reward + (outcome.Terminated ? 0 : values[outcome.NextState]));
        }

        return sum;
    }
}
