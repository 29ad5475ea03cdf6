namespace GymSharp.Mujoco.Manipulation;

/// <summary>The four tasks of the Fetch robot.</summary>
public enum FetchKind
{
    /// <summary>Bring the hand to a point.</summary>
    Reach,

    /// <summary>Push a box to a point on the table.</summary>
    Push,

    /// <summary>Hit a puck so that it slides to a point out of reach.</summary>
    Slide,

    /// <summary>Carry a box to a point on or above the table.</summary>
    PickAndPlace,
}
