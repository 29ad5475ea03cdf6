namespace GymSharp.Cli.Running;

/// <summary>Signals that ask a program to stop, with their numbers.</summary>
public enum Signal
{
    /// <summary>Ctrl-C.</summary>
    Interrupt = 2,

    /// <summary>What a system sends when it shuts down.</summary>
    Terminate = 15,
}
