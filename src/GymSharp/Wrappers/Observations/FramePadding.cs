namespace GymSharp.Wrappers;

/// <summary>What stands in a stack of observations for those before the episode's first.</summary>
public enum FramePadding
{
    /// <summary>The first observation of the episode, repeated.</summary>
    Reset,

    /// <summary>The value of the observation space that is nearest to zero.</summary>
    Zero,
}
