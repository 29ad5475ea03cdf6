using System.Text.Json;
using GymSharp.Learning.Runs;
using GymSharp.Registration;
using GymSharp.State;

namespace GymSharp.Cli.Output;

/// <summary>Turns exceptions into one message on standard error and an exit code.</summary>
internal static class ErrorReport
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
        catch (OperationCanceledException)
        {
            Console.Error.WriteLine("stopped");
            return Failed;
        }
        catch (Exception error) when (Kind(error) is { } code)
        {
            Console.Error.WriteLine("error: " + Message(error));
            if (verbose)
            {
                Console.Error.WriteLine(error);
            }

            return code;
        }
        catch (Exception error) when (!verbose)
        {
            Console.Error.WriteLine($"error: {Message(error)} (unexpected: {error.GetType().Name}; --verbose shows where)");
            return Failed;
        }
    }

    private static int? Kind(Exception error) => error switch
    {
        UnknownEnvException or MalformedEnvIdException or UsageException => BadUsage,
        ArgumentException => BadUsage,
        RunFormatException or StateFormatException or EnvUnavailableException => Failed,
        JsonException or IOException or UnauthorizedAccessException => Failed,
        InvalidOperationException or NotSupportedException => Failed,
        _ => null,
    };

    // The framework appends " (Parameter 'x')" to argument messages; it says nothing to a user.
    private static string Message(Exception error)
    {
        int suffix = error.Message.IndexOf(" (Parameter '", StringComparison.Ordinal);
        return error is ArgumentException && suffix >= 0 ? error.Message[..suffix] : error.Message;
    }
}
