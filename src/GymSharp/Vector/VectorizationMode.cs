namespace GymSharp.Vector;

/// <summary>How a batch of environments is made.</summary>
public enum VectorizationMode
{
    /// <summary>Separate environments, stepped one after the other by the calling thread.</summary>
    Sync,

    /// <summary>Separate environments, stepped by several threads; the same numbers as <see cref="Sync"/>.</summary>
    Parallel,

    /// <summary>
    /// The batch form that the environment brings itself, Gymnasium's <c>vector_entry_point</c>; the numbers are those
    /// of
    /// Gymnasium's form.
    /// </summary>
    Native,

    /// <summary>
    /// The SIMD form that the environment brings itself: fastest, but not Gymnasium's numbers to the last bit.
    /// </summary>
    Simd,
}
