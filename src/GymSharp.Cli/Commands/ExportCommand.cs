using System.CommandLine;
using GymSharp.Cli.Output;
using GymSharp.Learning;
using GymSharp.Learning.Runs;
using GymSharp.Learning.Training;

namespace GymSharp.Cli.Commands;

/// <summary><c>gymsharp export</c>: writes a trained policy as an ONNX model.</summary>
internal static class ExportCommand
{
    public static Command Create()
    {
        Argument<string> runDir = new("run-dir") { Description = "A directory that `gymsharp train` made." };
        Option<string> output = new("--output")
        {
            Description = "The file, for example policy.onnx.",
            HelpName = "FILE",
            Required = true,
        };
        Option<SavedAgent> agent = AgentOption.Create();
        Command command = new("export", "Write a trained policy as an ONNX model.") { runDir, output, agent };
        command.SetAction(parsed => Run(
            parsed.GetRequiredValue(runDir), parsed.GetRequiredValue(output), parsed.GetValue(agent)));
        return command;
    }

    private static int Run(string directory, string output, SavedAgent agent)
    {
        RunPlan plan = RunPlan.Load(directory);
        using ILearner learner = plan.LoadLearner(agent);
        if (learner is not IHasPolicyGraph policy)
        {
            throw new UsageException(
                $"'{directory}' holds an agent of {plan.Description.Algorithm}, which cannot be exported: it is no "
                + "neural network of the kind that ONNX knows. Its weights, if any, are in checkpoints/*.safetensors.");
        }

        using MemoryStream model = new();
        policy.Graph.WriteOnnx(model);
        AtomicFile.Write(output, model.ToArray());
        Console.WriteLine(
            $"{output}: {plan.Description.Algorithm} on {plan.Description.Environment}, "
            + $"{policy.Graph.ObservationSize} numbers in, "
            + (policy.Graph.StateSize > 0 ? $"{policy.Graph.StateSize} remembered, " : "") + $"{model.Length} bytes");
        return ErrorReport.Success;
    }
}
