namespace GymSharp.Spaces;

/// <summary>A box whose element type is known only at run time.</summary>
internal interface IBox
{
    /// <summary>Lower bounds, row-major.</summary>
    Array LowValues { get; }

    /// <summary>Upper bounds, row-major.</summary>
    Array HighValues { get; }

    /// <summary>Whether each element has a lower bound.</summary>
    IReadOnlyList<bool> BoundedBelow { get; }

    /// <summary>Whether each element has an upper bound.</summary>
    IReadOnlyList<bool> BoundedAbove { get; }
}
