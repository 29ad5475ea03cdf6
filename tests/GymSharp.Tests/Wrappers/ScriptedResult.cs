namespace GymSharp.Tests.Wrappers;

/// <summary>What a scripted environment gives back for one reset or step.</summary>
internal sealed record ScriptedResult(object Observation)
{
    public bool IsReset { get; init; }

    /// <summary>The action that is demanded, or null for any.</summary>
    public object? Action { get; init; }

    public double Reward { get; init; }

    public bool Terminated { get; init; }

    public bool Truncated { get; init; }

    public Info Info { get; init; } = Info.Empty;
}
