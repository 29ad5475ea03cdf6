using System.Text.Json.Nodes;

namespace GymSharp.Spaces;

/// <content>Flat forms, and what sampling and JSON are made of.</content>
public sealed partial class GraphSpace
{
    /// <inheritdoc/>
    protected internal override long FlatLength =>
        throw NotFlattenable("Cannot get flattened size as the Graph Space has a dynamic size.");

    /// <inheritdoc/>
    protected internal override Space FlatSpace() => new GraphSpace(NodeSpace.FlatSpace(), EdgeSpace?.FlatSpace());

    /// <inheritdoc/>
    protected internal override object FlattenValue(object value)
    {
        GraphInstance graph = Coerce(value);
        return new GraphInstance(
            Flatten(NodeSpace, graph.Nodes),
            graph.Edges is null || EdgeSpace is null ? null : Flatten(EdgeSpace, graph.Edges),
            graph.EdgeLinks);
    }

    /// <inheritdoc/>
    protected internal override object UnflattenValue(object flat)
    {
        GraphInstance graph = Coerce(flat);
        return new GraphInstance(
            Unflatten(NodeSpace, graph.Nodes),
            graph.Edges is null || EdgeSpace is null ? null : Unflatten(EdgeSpace, graph.Edges),
            graph.EdgeLinks);
    }

    private static object Flatten(Space space, object batch)
    {
        IEnumerable<object> items = space.Batch(1, inheritRng: false).IterateValue(batch);
        return space.FlatSpace().ConcatenateValues([.. items.Select(space.FlattenValue)]);
    }

    private static object Unflatten(Space space, object batch)
    {
        IEnumerable<object> items = space.FlatSpace().Batch(1, inheritRng: false).IterateValue(batch);
        return space.ConcatenateValues([.. items.Select(space.UnflattenValue)]);
    }

    private static List<object>? Items(Space space, object? batch)
    {
        if (batch is null)
        {
            return null;
        }

        try
        {
            return [.. space.Batch(1, inheritRng: false).IterateValue(batch)];
        }
        catch (ArgumentException)
        {
            return null;
        }
    }

    // Gymnasium draws the batch with a copy of the generator, then moves the original on by a single number.
    private static object SampleBatch(Space space, int count, object? given, bool isMask)
    {
        object sample = space.Batch(count, inheritRng: true).SampleValue(isMask ? given : null, isMask ? null : given);
        space.Rng.Random();
        return sample;
    }

    private static JsonNode Links(int[] links) => JsonArrays.Write<int>(links, [links.Length / 2, 2]);

    private static object Single(Space space, JsonNode? json)
    {
        IReadOnlyList<object> batch = StackedJson.Read(space, json);
        return batch.Count == 1 ? batch[0] : throw JsonArrays.Unexpected(json, "a batch of one");
    }

    private GraphInstance ReadEdges(JsonObject members, object nodes, Func<JsonNode?, object> read)
    {
        if (!members.TryGetPropertyValue("edges", out JsonNode? edges))
        {
            return new(nodes);
        }

        if (EdgeSpace is null)
        {
            throw JsonArrays.Unexpected(edges, "no edges, because the space has none");
        }

        return new(nodes, read(edges), JsonArrays.Read<int>(JsonArrays.Member(members, "edge_links"), [-1, 2]));
    }

    private void RequireCounts(int nodes, int? edges)
    {
        if (nodes <= 0)
        {
            throw new ArgumentOutOfRangeException(
                nameof(nodes), nodes, $"The number of nodes is expected to be greater than 0, actual value: {nodes}");
        }

        if (edges < 0)
        {
            throw new ArgumentOutOfRangeException(
                nameof(edges), edges, $"The number of edges is expected to be 0 or more, actual value: {edges}");
        }

        if (edges is not null && EdgeSpace is null)
        {
            GymLog.Warn($"The number of edges is set ({edges}) but the edge space is None.");
        }
    }

    private object?[]? MaskParts(object? given, string kind)
    {
        if (given is null)
        {
            return null;
        }

        return given is object?[] { Length: 2 } parts
            ? parts
            : throw new ArgumentException(
                $"Expects the `{kind}` of {this} to be an object[] of two, for the nodes and the edges, "
                + $"not {PythonValues.Text(given)}.",
                kind);
    }
}
