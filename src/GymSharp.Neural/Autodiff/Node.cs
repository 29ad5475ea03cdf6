namespace GymSharp.Neural.Autodiff;

/// <summary>One step of a computation: its operation, what it reads, where its result and its gradient lie.</summary>
internal unsafe struct Node
{
    public Op Op;

    /// <summary>Whether a gradient flows through it.</summary>
    public bool Tracked;

    /// <summary>Nodes that it reads; -1 where there is none.</summary>
    public int A;

    /// <inheritdoc cref="A"/>
    public int B;

    /// <inheritdoc cref="A"/>
    public int C;

    /// <summary>Numbers of the operation, for example the bounds of a clamp.</summary>
    public float X;

    /// <inheritdoc cref="X"/>
    public float Y;

    /// <summary>
    /// Whole numbers of the operation, for example the first column of a slice; of gathered rows one more than the node
    /// that holds the indices, or 0.
    /// </summary>
    public int I;

    /// <inheritdoc cref="I"/>
    public int J;

    /// <inheritdoc cref="I"/>
    public int K;

    public Shape Shape;

    /// <summary>The result, row-major.</summary>
    public float* Values;

    /// <summary>The gradient of the loss, or null until the backward pass reaches the node.</summary>
    public float* Gradient;

    /// <summary>
    /// One more than the narrow layer that its gradient is computed from where it is needed, or 0; negative after the
    /// backward pass came by.
    /// </summary>
    public int Head;

    /// <summary>Number by which members of a team find their own copies of the result, or 0.</summary>
    public long CopyNumber;

    /// <summary>Memory of the operation itself: indices, a mask, something kept for the way back.</summary>
    public float* Extra;
}
