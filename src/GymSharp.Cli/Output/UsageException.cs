namespace GymSharp.Cli.Output;

/// <summary>The command line itself is wrong: what was given, what was expected, how to mend it.</summary>
internal sealed class UsageException(string message) : Exception(message);
