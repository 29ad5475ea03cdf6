using System.Text.Json;

namespace GymSharp.Environments.Atari.Games;

/// <summary>
/// How a game's score, its lives and its end are read from the console's memory: compiled expressions, shared by all
/// environments that play the game.
/// </summary>
internal sealed class GameRules
{
    private readonly int?[] reset;
    private readonly Assignment[] updates;
    private readonly RuleExpression reward;
    private readonly RuleExpression terminal;
    private readonly RuleExpression lives;

    /// <summary>Compiles rules as the facts about ALE's games write them.</summary>
    /// <exception cref="FormatException">An expression is not of the language.</exception>
    public GameRules(JsonElement rules)
    {
        JsonElement atReset = rules.GetProperty("state_after_reset");
        JsonElement next = rules.GetProperty("next_state");
        foreach (JsonProperty variable in atReset.EnumerateObject().Concat(next.EnumerateObject()))
        {
            Variables.Add(variable.Name);
        }

        reset = new int?[Variables.Count];
        Initial = new int[Variables.Count];
        foreach (JsonProperty variable in atReset.EnumerateObject())
        {
            reset[Variables[variable.Name]] = Constant(variable.Value);
        }

        if (rules.TryGetProperty("state_at_construction", out JsonElement atConstruction))
        {
            foreach (JsonProperty variable in atConstruction.EnumerateObject())
            {
                Initial[Variables[variable.Name]] = Constant(variable.Value) ?? 0;
            }
        }

        RuleCompiler compiler = new(Variables);
        updates = [.. InOrder(next).Select(variable =>
            new Assignment(Variables[variable.Name], compiler.Compile(variable.Value)))];
        reward = compiler.Compile(rules.GetProperty("reward"));
        terminal = compiler.Compile(rules.GetProperty("terminal"));
        lives = compiler.Compile(rules.GetProperty("lives"));
    }

    /// <summary>The variables that the rules keep from frame to frame.</summary>
    public RuleVariables Variables { get; } = new();

    /// <summary>Their values before the first reset.</summary>
    public int[] Initial { get; }

    /// <summary>Gives the variables the values of a new episode.</summary>
    public void Reset(RuleInput input)
    {
        for (int i = 0; i < reset.Length; i++)
        {
            input.Next[i] = reset[i] ?? input.Next[i];
        }
    }

    /// <summary>Computes the variables after a frame.</summary>
    public void Step(RuleInput input)
    {
        input.Advance();
        foreach (Assignment update in updates)
        {
            input.Next[update.Variable] = update.Value(input);
        }
    }

    /// <summary>The reward of the last frame.</summary>
    public int Reward(RuleInput input) => reward(input);

    /// <summary>Whether the game is over.</summary>
    public bool IsTerminal(RuleInput input) => terminal(input) != 0;

    /// <summary>Lives left.</summary>
    public int Lives(RuleInput input) => lives(input);

    private static int? Constant(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.Null => null,
        JsonValueKind.True => 1,
        JsonValueKind.False => 0,
        _ => value.GetInt32(),
    };

    // A variable comes after those whose new values it uses.
    private static List<JsonProperty> InOrder(JsonElement next)
    {
        List<JsonProperty> waiting = [.. next.EnumerateObject()];
        List<JsonProperty> ordered = [];
        while (waiting.Count > 0)
        {
            int ready = waiting.FindIndex(variable =>
                !waiting.Any(other => other.Name != variable.Name && UsesNew(variable.Value, other.Name)));
            if (ready < 0)
            {
                throw new FormatException(
                    $"The rules go in a circle: {string.Join(", ", waiting.Select(variable => variable.Name))}.");
            }

            ordered.Add(waiting[ready]);
            waiting.RemoveAt(ready);
        }

        return ordered;
    }

    private static bool UsesNew(JsonElement expression, string name) =>
        expression.ValueKind == JsonValueKind.Array
        && ((expression.GetArrayLength() == 2 && expression[0].ValueKind == JsonValueKind.String
                && expression[0].ValueEquals("new") && expression[1].ValueEquals(name))
            || expression.EnumerateArray().Any(part => UsesNew(part, name)));

    private readonly record struct Assignment(int Variable, RuleExpression Value);
}
