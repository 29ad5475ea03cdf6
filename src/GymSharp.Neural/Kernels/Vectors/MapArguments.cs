namespace GymSharp.Neural.Kernels.Vectors;

/// <summary>What a <see cref="IMap"/> reads and writes.</summary>
internal unsafe ref struct MapArguments
{
    /// <summary>First array.</summary>
    public float* A;

    /// <summary>Second array; its only element is used for all where <see cref="OneB"/> is set.</summary>
    public float* B;

    /// <summary>Third array; its only element is used for all where <see cref="OneC"/> is set.</summary>
    public float* C;

    /// <summary>Result.</summary>
    public float* Target;

    public int Length;

    public float P;

    public float Q;

    public bool OneB;

    public bool OneC;

    /// <summary>Whether the result is added to what is there.</summary>
    public bool Accumulate;
}
