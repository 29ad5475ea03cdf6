using System.Text.Json.Nodes;
using GymSharp.Randomness;

namespace GymSharp.Spaces;

/// <summary>Graphs: nodes that are values of one space, and edges between them that are values of another.</summary>
/// <remarks>
/// A mask, or probabilities, is an <c>object?[]</c> of two, for the nodes and for the edges, each null or in the form
/// of
/// the batched space; where the number of edges is left to chance, the second is that of a single edge.
/// </remarks>
public sealed partial class GraphSpace : Space<GraphInstance>
{
    private const int DefaultNodes = 10;

    /// <summary>Graphs over the given spaces.</summary>
    /// <param name="nodeSpace">The space of a node.</param>
    /// <param name="edgeSpace">The space of an edge, or null for graphs without edges.</param>
    public GraphSpace(Space nodeSpace, Space? edgeSpace)
    {
        ArgumentNullException.ThrowIfNull(nodeSpace);
        NodeSpace = nodeSpace;
        EdgeSpace = edgeSpace;
    }

    /// <summary>The space of a node.</summary>
    public Space NodeSpace { get; }

    /// <summary>The space of an edge, or null.</summary>
    public Space? EdgeSpace { get; }

    /// <inheritdoc/>
    public override bool IsFlattenable => false;

    private Space[] Parts => EdgeSpace is null ? [NodeSpace] : [NodeSpace, EdgeSpace];

    /// <inheritdoc/>
    public override SpaceSeed SeedWith(SpaceSeed seed)
    {
        RequireSeed(seed);
        SpaceSeed own = seed.IsNumber ? seed : seed.Parts![0];
        Space[] parts = Parts;
        Rng = new Rng(own.Number);
        IReadOnlyList<SpaceSeed> seeds = seed.IsNumber
            ? Seeds.Draw(Rng.Clone(), parts.Length)
            : [.. seed.Parts!.Skip(1)];
        return SpaceSeed.List([own, .. Seeds.Apply(parts, seeds)]);
    }

    /// <summary>Draws a graph of 10 nodes and a random number of edges.</summary>
    /// <param name="mask">Which nodes and edges may be drawn, or null for all.</param>
    /// <param name="probability">How often nodes and edges are drawn, or null for uniform.</param>
    /// <exception cref="ArgumentException">The mask or the probabilities do not fit, or both are given.</exception>
    public override GraphInstance Sample(object? mask = null, object? probability = null) =>
        Sample(DefaultNodes, null, mask, probability);

    /// <summary>Draws a graph.</summary>
    /// <param name="nodes">Number of nodes, 1 or more.</param>
    /// <param name="edges">Number of edges; null for a random number below nodes · (nodes - 1).</param>
    /// <param name="mask">Which nodes and edges may be drawn, or null for all.</param>
    /// <param name="probability">How often nodes and edges are drawn, or null for uniform.</param>
    /// <exception cref="ArgumentException">
    /// A number, the mask or the probabilities do not fit, or both are given.
    /// </exception>
    public GraphInstance Sample(int nodes, int? edges, object? mask = null, object? probability = null)
    {
        RequireOne(mask, probability);
        RequireCounts(nodes, edges);
        object?[]? given = MaskParts(mask ?? probability, mask is not null ? "mask" : "probability");
        object? edgeMask = given?[1];
        int edgeCount = edges ?? (nodes > 1 ? (int)Rng.Integers(0L, (long)nodes * (nodes - 1)) : 0);
        if (edges is null && edgeMask is not null)
        {
            edgeMask = BoundArrays.Fill(edgeMask, edgeCount);
        }

        object sampledNodes = SampleBatch(NodeSpace, nodes, given?[0], mask is not null);
        if (edgeCount == 0 || EdgeSpace is null)
        {
            return new(sampledNodes);
        }

        object sampledEdges = SampleBatch(EdgeSpace, edgeCount, edgeMask, mask is not null);
        int[] links = new int[2 * edgeCount];
        Rng.Integers(0, nodes, links.AsSpan());
        return new(sampledNodes, sampledEdges, links);
    }

    /// <inheritdoc/>
    public override bool Contains(GraphInstance value)
    {
        if (value is null
            || Items(NodeSpace, value.Nodes) is not { } nodes
            || !nodes.TrueForAll(NodeSpace.ContainsValue))
        {
            return false;
        }

        if (value.Edges is null || value.EdgeLinks is null)
        {
            return value.Edges is null && value.EdgeLinks is null;
        }

        return EdgeSpace is not null
            && Items(EdgeSpace, value.Edges) is { } edges
            && edges.TrueForAll(EdgeSpace.ContainsValue)
            && value.EdgeLinks.Length == 2 * edges.Count
            && Array.TrueForAll(value.EdgeLinks, link => link >= 0 && link < nodes.Count);
    }

    /// <inheritdoc/>
    public override bool ContainsValue(object? value) => value is GraphInstance graph && Contains(graph);

    /// <inheritdoc/>
    public override GraphInstance Coerce(object value)
    {
        ArgumentNullException.ThrowIfNull(value);
        return value as GraphInstance ?? throw CannotCoerce(value, $"a {nameof(GraphInstance)} is expected");
    }

    /// <inheritdoc/>
    public override JsonNode ToJson(GraphInstance value)
    {
        ArgumentNullException.ThrowIfNull(value);
        JsonObject json = new() { ["nodes"] = StackedJson.Row(NodeSpace, value.Nodes) };
        if (value.Edges is not null && value.EdgeLinks is not null && EdgeSpace is not null)
        {
            json["edges"] = StackedJson.Row(EdgeSpace, value.Edges);
            json["edge_links"] = Links(value.EdgeLinks);
        }

        return json;
    }

    /// <inheritdoc/>
    public override GraphInstance FromJson(JsonNode? json)
    {
        JsonObject members = JsonArrays.Expect<JsonObject>(json, "an object with nodes");
        object nodes = StackedJson.ReadRow(NodeSpace, JsonArrays.Member(members, "nodes"));
        return ReadEdges(members, nodes, node => StackedJson.ReadRow(EdgeSpace!, node));
    }

    /// <inheritdoc/>
    public override JsonNode ValuesToJson(IReadOnlyList<object> values)
    {
        ArgumentNullException.ThrowIfNull(values);
        JsonArray array = [];
        foreach (object value in values)
        {
            GraphInstance graph = Coerce(value);
            JsonObject json = new() { ["nodes"] = StackedJson.Write(NodeSpace, [graph.Nodes]) };
            if (graph.Edges is not null && graph.EdgeLinks is not null && EdgeSpace is not null)
            {
                json["edges"] = StackedJson.Write(EdgeSpace, [graph.Edges]);
                json["edge_links"] = Links(graph.EdgeLinks);
            }

            array.Add(json);
        }

        return array;
    }

    /// <inheritdoc/>
    public override IReadOnlyList<object> ValuesFromJson(JsonNode? json)
    {
        List<object> values = [];
        foreach (JsonNode? item in JsonArrays.Expect<JsonArray>(json, "an array of graphs"))
        {
            JsonObject members = JsonArrays.Expect<JsonObject>(item, "an object with nodes");
            object nodes = Single(NodeSpace, JsonArrays.Member(members, "nodes"));
            values.Add(ReadEdges(members, nodes, node => Single(EdgeSpace!, node)));
        }

        return values;
    }

    /// <inheritdoc/>
    public override GraphSpace Clone() => WithRngOf(new GraphSpace(NodeSpace.Clone(), EdgeSpace?.Clone()));

    /// <summary>Equal node spaces and equal edge spaces.</summary>
    public override bool Equals(object? obj) =>
        obj is GraphSpace other && NodeSpace.Equals(other.NodeSpace) && Equals(EdgeSpace, other.EdgeSpace);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(NodeSpace, EdgeSpace);

    /// <summary>Gymnasium's form, for example <c>Graph(Discrete(3), None)</c>.</summary>
    public override string ToString() => $"Graph({NodeSpace}, {EdgeSpace?.ToString() ?? "None"})";

    /// <inheritdoc/>
    protected internal override void RequireSeed(SpaceSeed seed)
    {
        ArgumentNullException.ThrowIfNull(seed);
        Seeds.RequireList(this, seed, [new Discrete(1), .. Parts]);
    }
}
