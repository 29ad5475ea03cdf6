using System.Text.Json;

namespace GymSharp.Environments.Atari.Games;

/// <summary>Turns the list of what is pressed to reach a game's mode into one delegate.</summary>
internal static class ModeCompiler
{
    // A mode that is not reached after this many presses is not there: the ROM is another one than the rules are for.
    private const int MostRounds = 5_000;

    /// <summary>Compiles a list of steps.</summary>
    /// <exception cref="FormatException">A step is unknown.</exception>
    public static ModeStep Compile(JsonElement steps, RuleVariables variables)
    {
        RuleCompiler expressions = new(variables);
        ModeStep[] compiled = [.. steps.EnumerateArray()
            .Select(step => Step(step, variables, expressions))];
        return machine =>
        {
            foreach (ModeStep step in compiled)
            {
                step(machine);
            }
        };
    }

    private static ModeStep Step(JsonElement step, RuleVariables variables, RuleCompiler expressions)
    {
        JsonProperty first = step.EnumerateObject().First();
        return first.Name switch
        {
            "press_select" => PressSelect(expressions.Compile(first.Value)),
            "act" => Act(first.Value[0].GetInt32(), first.Value[1].GetInt32()),
            "soft_reset" => static machine => machine.SoftReset(),
            "repeat_until" => Until(
                expressions.Compile(first.Value),
                Compile(step.GetProperty("do"), variables),
                step.TryGetProperty("at_most", out JsonElement most) ? most.GetInt32() : MostRounds),
            "times" => Times(first.Value.GetInt32(), Compile(step.GetProperty("do"), variables)),
            "set" => Set(variables[first.Value.GetString()!], expressions.Compile(step.GetProperty("to"))),
            "let" => Note(expressions.Compile(step.GetProperty("be"))),
            "if" => If(
                expressions.Compile(first.Value),
                Compile(step.GetProperty("then"), variables),
                Compile(step.GetProperty("else"), variables)),
            "comment" => static _ => { }
            ,
            _ => throw new FormatException($"'{first.Name}' is no step on the way into a mode."),
        };
    }

    private static ModeStep PressSelect(RuleExpression frames) =>
        machine => machine.PressSelect(frames(machine.Input));

    private static ModeStep Act(int playerA, int playerB) => machine => machine.Act(playerA, playerB);

    private static ModeStep Until(RuleExpression test, ModeStep body, int most) => machine =>
    {
        for (int round = 0; test(machine.Input) == 0; round++)
        {
            if (round == most)
            {
                throw new InvalidOperationException(
                    $"The game did not reach mode {machine.Input.Mode} after {most} presses. Its ROM is not the one "
                    + "that the rules are for; import the right one, or leave the mode out.");
            }

            body(machine);
        }
    };

    private static ModeStep Times(int count, ModeStep body) => machine =>
    {
        for (int i = 0; i < count; i++)
        {
            body(machine);
        }
    };

    private static ModeStep Set(int variable, RuleExpression value) =>
        machine => machine.Input.Next[variable] = value(machine.Input);

    private static ModeStep Note(RuleExpression value) => machine => machine.Input.Noted = value(machine.Input);

    private static ModeStep If(RuleExpression test, ModeStep yes, ModeStep no) =>
        machine => (test(machine.Input) != 0 ? yes : no)(machine);
}
