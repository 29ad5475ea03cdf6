namespace GymSharp.Environments.MinAtar;

/// <summary>The six actions of every MinAtar game; the values are their indices in the full action set.</summary>
public enum MinAtarAction
{
    /// <summary>Nothing.</summary>
    None,

    /// <summary>One column to the left.</summary>
    Left,

    /// <summary>One row up.</summary>
    Up,

    /// <summary>One column to the right.</summary>
    Right,

    /// <summary>One row down.</summary>
    Down,

    /// <summary>Fires, in the games that have something to fire.</summary>
    Fire,
}
