using System.Text.Json;
using System.Text.RegularExpressions;
using GymSharp.Learning.Runs;
using GymSharp.Mujoco;
using GymSharp.Registration;
using GymSharp.State;

namespace GymSharp.Cli.Output;

/// <summary>Turns exceptions into one message on standard error and an exit code.</summary>
internal static partial class ErrorReport
{
    public const int Success = 0;
    public const int Failed = 1;
    public const int BadUsage = 2;

    /// <summary>Runs a command; 2 for what the user can mend in the command, 1 for what failed.</summary>
    public static int Guard(Func<int> command, bool verbose)
    {
        try
        {
            return command();
        }
        catch (Exception error)
        {
            string hint = Kind(error) is null ? $" (unexpected: {error.GetType().Name}; --verbose shows where)" : "";
            Console.Error.WriteLine("error: " + Message(error) + (verbose ? "" : hint));
            if (verbose)
            {
                Console.Error.WriteLine(error);
            }

            return Kind(error) ?? Failed;
        }
    }

    private static int? Kind(Exception error) => error switch
    {
        UnknownEnvException or MalformedEnvIdException or UsageException => BadUsage,
        ArgumentException => BadUsage,
        RunFormatException or StateFormatException or EnvUnavailableException or MujocoException => Failed,
        JsonException or IOException or UnauthorizedAccessException => Failed,
        InvalidOperationException or NotSupportedException or OperationCanceledException => Failed,
        FormatException => Failed,
        _ => null,
    };

    private static string Message(Exception error)
    {
        string message = ParameterName().Replace(error.Message, "").TrimEnd();
        return error is UnknownEnvException ? message + " `gymsharp envs` lists all there are." : message;
    }

    // The framework appends this to argument messages; it says nothing to a user.
    [GeneratedRegex(@" \(Parameter '[^']*'\)|\r?\nActual value was .*$")]
    private static partial Regex ParameterName();
}
