namespace GymSharp.Spaces;

/// <summary>A value of a <see cref="GraphSpace"/>.</summary>
/// <param name="Nodes">The nodes: a batch of values of the node space.</param>
/// <param name="Edges">The edges: a batch of values of the edge space, or null.</param>
/// <param name="EdgeLinks">Two node indices per edge, row-major, or null.</param>
public sealed record GraphInstance(object Nodes, object? Edges = null, int[]? EdgeLinks = null)
{
    /// <summary>Same nodes, edges and links, element by element.</summary>
    public bool Equals(GraphInstance? other) =>
        other is not null
        && ValueComparer.Instance.Equals(Nodes, other.Nodes)
        && ValueComparer.Instance.Equals(Edges, other.Edges)
        && ValueComparer.Instance.Equals(EdgeLinks, other.EdgeLinks);

    /// <inheritdoc/>
    public override int GetHashCode() =>
        HashCode.Combine(ValueComparer.Instance.GetHashCode(Nodes), ValueComparer.Instance.GetHashCode(EdgeLinks));
}
