using System.CommandLine;
using GymSharp.Learning.Training;

namespace GymSharp.Cli.Commands;

/// <summary>The option that chooses between the agents a run keeps.</summary>
internal static class AgentOption
{
    public static Option<SavedAgent> Create() => new("--agent")
    {
        Description = "Which agent: best (in the evaluations while training, where there were any) or last.",
        HelpName = "best|last",
        DefaultValueFactory = _ => SavedAgent.Best,
        CustomParser = result =>
        {
            string text = result.Tokens[0].Value;
            if (text is "best" or "last")
            {
                return text == "best" ? SavedAgent.Best : SavedAgent.Last;
            }

            result.AddError($"--agent {text}: expected best or last.");
            return default;
        },
    };
}
