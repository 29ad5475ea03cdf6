using System.CommandLine;
using GymSharp.Atari2600.Assembly;
using GymSharp.Cli.Output;
using GymSharp.Learning.Runs;

namespace GymSharp.Cli.Commands;

/// <summary><c>gymsharp atari assemble</c>: makes a cartridge image from 6502 sources.</summary>
internal static class AssembleCommand
{
    public static Command Create()
    {
        Argument<string> source = new("source") { Description = "The source; what it includes lies beside it." };
        Option<string> output = new("--output") { Description = "The image.", HelpName = "FILE", Required = true };
        Command command = new("assemble", "Make a cartridge image from 6502 sources.") { source, output };
        command.SetAction(
            parsed => Assemble(parsed.GetRequiredValue(source), parsed.GetRequiredValue(output)));
        return command;
    }

    private static int Assemble(string source, string output)
    {
        string folder = Path.GetDirectoryName(Path.GetFullPath(source))!;
        try
        {
            AssembledProgram program = Assembler.Assemble(Path.GetFileName(source), name => Read(folder, name));
            AtomicFile.Write(output, program.Image);
            Console.WriteLine($"{output}: {program.Image.Length} bytes");
            return ErrorReport.Success;
        }
        catch (AssemblyException error)
        {
            throw new FormatException(error.Message, error);
        }
    }

    private static string? Read(string folder, string name)
    {
        string path = Path.Combine(folder, name);
        return File.Exists(path) ? File.ReadAllText(path) : null;
    }
}
