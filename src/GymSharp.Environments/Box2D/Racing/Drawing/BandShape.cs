namespace GymSharp.Environments.Box2D;

/// <summary>A shape of a sketch, and which of the sketch's corners, edges and lines it has.</summary>
internal struct BandShape
{
    /// <summary>The colour, 0x00BBGGRR; that of a stencil is its own.</summary>
    public uint Color;

    /// <summary>Rows of the picture that it may reach, from the top, outside of it as well.</summary>
    public (int First, int Last) Rows;

    /// <summary>The number of the stencil that is copied, or 0 for a polygon.</summary>
    public int Stencil;

    /// <summary>First column of a stencil.</summary>
    public int Left;

    /// <summary>Whether it has lines around it, and its runs end at the nearest pixels.</summary>
    public bool IsSmooth;

    /// <summary>Whether rows count from the bottom in its corners.</summary>
    public bool IsFlipped;

    /// <summary>Whether each row has one run, which two edges bound.</summary>
    public bool IsSimple;

    /// <summary>Its corners, edges and lines: the first of each, and how many.</summary>
    public (int First, int Count) Corners;

    /// <inheritdoc cref="Corners"/>
    public (int First, int Count) Edges;

    /// <inheritdoc cref="Corners"/>
    public (int First, int Count) Lines;
}
