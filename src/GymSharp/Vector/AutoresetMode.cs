namespace GymSharp.Vector;

/// <summary>When an environment of a batch that reached the end of an episode is reset.</summary>
public enum AutoresetMode
{
    /// <summary>At the next step, whose action is ignored and whose reward is 0.</summary>
    NextStep,

    /// <summary>
    /// Within the step that ended the episode; the true last observation is kept in the info and in the batch.
    /// </summary>
    SameStep,

    /// <summary>Never: the caller resets with a mask.</summary>
    Disabled,
}
