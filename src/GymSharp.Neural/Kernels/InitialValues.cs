namespace GymSharp.Neural.Kernels;

/// <summary>What the sums of a product start from.</summary>
/// <param name="first">The first row; null for zeros.</param>
/// <param name="row">Elements from one row to the next; 0 to repeat one row.</param>
internal readonly unsafe struct InitialValues(float* first, nint row = 0)
{
    public float* First { get; } = first;

    public nint Row { get; } = row;
}
