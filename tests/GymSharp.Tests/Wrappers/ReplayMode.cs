namespace GymSharp.Tests.Wrappers;

/// <summary>How a recording is replayed.</summary>
public enum ReplayMode
{
    /// <summary>New observations at each step.</summary>
    Plain,

    /// <summary>Observations written into memory that the caller gives.</summary>
    ReuseMemory,

    /// <summary>Now and then the state is saved and restored into a fresh environment.</summary>
    RestoreOften,
}
