namespace GymSharp.Neural.Kernels;

/// <summary>A block of a product whose left side lies in pictures.</summary>
internal unsafe ref struct DirectTile
{
    /// <summary>The first number under the kernel, for each place.</summary>
    public float** Places;

    /// <summary>Elements from there to where the block begins.</summary>
    public nint Offset;

    /// <summary>Lines of the kernel that the block takes.</summary>
    public int Lines;

    /// <summary>Numbers side by side under one line of the kernel.</summary>
    public int Run;

    /// <summary>Elements from one line of a picture to the next.</summary>
    public nint Line;

    /// <summary>Right side: rows of 32 of a panel, or a row per place.</summary>
    public float* B;

    /// <summary>Elements from one place's row of the right side to the next.</summary>
    public nint BRow;

    /// <summary>Initial values: row i begins at <c>Initial + i * InitialRow</c>.</summary>
    public float* Initial;

    /// <inheritdoc cref="Initial"/>
    public nint InitialRow;

    /// <summary>Result: row i begins at <c>C + i * CRow</c>.</summary>
    public float* C;

    /// <inheritdoc cref="C"/>
    public nint CRow;
}
