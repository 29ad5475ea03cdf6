namespace GymSharp.Physics2D;

/// <summary>The vertices nearest to each other, kept to start the next query of the same pair.</summary>
internal struct SimplexCache
{
    /// <summary>Length or area; a simplex that has changed much is thrown away.</summary>
    public float Metric;
    public int Count;
    public (int A, int B) First;
    public (int A, int B) Second;
    public (int A, int B) Third;
}
