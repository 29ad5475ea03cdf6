using GymSharp.State;

namespace GymSharp.Environments.Atari.Games;

/// <summary>A game's score, lives and end as one environment sees them: shared rules, variables of its own.</summary>
internal sealed class GameScore
{
    private readonly GameRules rules;

    /// <summary>Begins with the variables' first values.</summary>
    public GameScore(GameRules rules)
    {
        this.rules = rules;
        Input = new RuleInput(rules.Variables.Count);
        rules.Initial.CopyTo(Input.Next, 0);
    }

    /// <summary>What the rules look at.</summary>
    public RuleInput Input { get; }

    /// <summary>The reward of the last frame.</summary>
    public int Reward => rules.Reward(Input);

    /// <summary>Whether the game is over.</summary>
    public bool IsTerminal => rules.IsTerminal(Input);

    /// <summary>Lives left.</summary>
    public int Lives => rules.Lives(Input);

    /// <summary>Begins an episode.</summary>
    public void Reset() => rules.Reset(Input);

    /// <summary>Looks at the memory after a frame.</summary>
    public void Step(ReadOnlySpan<byte> ram)
    {
        ram.CopyTo(Input.Ram);
        rules.Step(Input);
    }

    /// <summary>Reads or writes the variables.</summary>
    public void Sync(StateSync sync) => sync.Sync(Input.Next.AsSpan());
}
