using GymSharp.Randomness;

namespace GymSharp.Environments.ToyText.Tests;

/// <summary>Plays along with lists of cards, by the rules as the book tells them.</summary>
public sealed class BlackjackRuleTests
{
    [Theory]
    [InlineData(false, false)]
    [InlineData(true, false)]
    [InlineData(false, true)]
    [InlineData(true, true)]
    public void Games_follow_the_rules(bool natural, bool sab)
    {
        HashSet<double> rewards = [];
        using BlackjackEnv env = new(natural, sab);
        for (ulong seed = 0; seed < 4000; seed++)
        {
            rewards.Add(Play(env, seed, natural, sab));
        }

        Assert.Equal(natural && !sab ? [-1, 0, 1, 1.5] : [-1, 0, 1], rewards.Order());
    }

    private static double Play(BlackjackEnv env, ulong seed, bool natural, bool sab)
    {
        Rng cards = new(seed);
        Rng choices = new(seed + 1_000_000);
        (object[] observation, _) = env.Reset(seed);
        List<int> dealer = [Card(cards), Card(cards)];
        List<int> player = [Card(cards), Card(cards)];
        cards.Choice(4);
        if (dealer[0] == 10)
        {
            cards.Choice(3);
        }

        Assert.Equal([Sum(player), dealer[0], Usable(player) ? 1 : 0], observation);
        while (true)
        {
            int action = choices.Random() < 0.5 ? 1 : 0;
            Step<object[]> step = env.Step(action);
            double expected = 0;
            if (action == 1)
            {
                player.Add(Card(cards));
                expected = Sum(player) > 21 ? -1 : 0;
            }
            else
            {
                expected = Stick(cards, dealer, player, natural, sab);
            }

            Assert.Equal([Sum(player), dealer[0], Usable(player) ? 1 : 0], step.Observation);
            Assert.Equal(expected, step.Reward);
            Assert.Equal(action == 0 || expected < 0, step.Terminated);
            if (step.Terminated)
            {
                Assert.Equal(cards.State, env.Rng.State);
                return step.Reward;
            }
        }
    }

    private static double Stick(Rng cards, List<int> dealer, List<int> player, bool natural, bool sab)
    {
        while (Sum(dealer) < 17)
        {
            dealer.Add(Card(cards));
        }

        bool isNatural = IsNatural(player);
        if (sab && isNatural && !IsNatural(dealer))
        {
            return 1;
        }

        double reward = Score(player) > Score(dealer) ? 1 : Score(player) < Score(dealer) ? -1 : 0;
        return !sab && natural && isNatural && reward == 1 ? 1.5 : reward;
    }

    private static int Card(Rng cards) => ((int[])[1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 10, 10, 10])[cards.Choice(13)];

    private static bool Usable(List<int> hand) => hand.Contains(1) && hand.Sum() + 10 <= 21;

    private static int Sum(List<int> hand) => hand.Sum() + (Usable(hand) ? 10 : 0);

    private static int Score(List<int> hand) => Sum(hand) > 21 ? 0 : Sum(hand);

    private static bool IsNatural(List<int> hand) => hand.Order().SequenceEqual([1, 10]);
}
