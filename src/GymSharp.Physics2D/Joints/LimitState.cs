namespace GymSharp.Physics2D;

/// <summary>Where a joint stands to its limits.</summary>
public enum LimitState
{
    /// <summary>Between them, or there are none.</summary>
    Inactive,

    /// <summary>At or below the lower one.</summary>
    AtLower,

    /// <summary>At or above the upper one.</summary>
    AtUpper,

    /// <summary>Both are the same.</summary>
    Equal,
}
