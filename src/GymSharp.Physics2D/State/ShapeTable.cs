namespace GymSharp.Physics2D;

/// <summary>Shapes are saved once, however many fixtures share them.</summary>
internal sealed class ShapeTable
{
    private readonly List<Shape> shapes = [];

    public Shape Sync(WorldSync sync, Shape? shape)
    {
        int index = sync.Sync(shape is null ? 0 : shapes.IndexOf(shape));
        if (index >= 0)
        {
            WorldSync.Check(index < shapes.Count);
            return shapes[index];
        }

        ShapeKind kind = sync.Sync(shape?.Kind ?? default);
        shape = kind switch
        {
            ShapeKind.Circle => SyncCircle(sync, shape as CircleShape),
            ShapeKind.Polygon => SyncPolygon(sync, shape as PolygonShape),
            ShapeKind.Edge => SyncEdge(sync, shape as EdgeShape),
            ShapeKind.Chain => SyncChain(sync, shape as ChainShape),
            _ => throw WorldSync.Damaged(),
        };
        shapes.Add(shape);
        return shape;
    }

    private static CircleShape SyncCircle(WorldSync sync, CircleShape? circle)
    {
        float radius = sync.Sync(circle?.Radius ?? 0);
        Vec2 center = sync.Sync(circle?.Center ?? default);
        return circle ?? new(radius, center);
    }

    private static PolygonShape SyncPolygon(WorldSync sync, PolygonShape? polygon)
    {
        Vec2[] vertices = sync.Copy(polygon is null ? [] : polygon.Vertices);
        Vec2[] normals = sync.Copy(polygon is null ? [] : polygon.Normals);
        Vec2 centroid = sync.Sync(polygon?.Centroid ?? default);
        WorldSync.Check(
            vertices.Length is >= 3 and <= PhysicsConstants.MaximumPolygonVertices
                && normals.Length == vertices.Length);
        return polygon ?? PolygonShape.Restore(vertices, normals, centroid);
    }

    private static EdgeShape SyncEdge(WorldSync sync, EdgeShape? edge)
    {
        EdgeGeometry geometry = sync.Sync(edge?.Geometry ?? default);
        return edge ?? new(
            geometry.V1, geometry.V2, geometry.HasV0 ? geometry.V0 : null, geometry.HasV3 ? geometry.V3 : null);
    }

    private static ChainShape SyncChain(WorldSync sync, ChainShape? chain)
    {
        bool loop = sync.Sync(chain?.IsLoop ?? false);
        Vec2[] vertices = sync.Copy(chain is null ? [] : chain.Vertices);
        return chain ?? new(loop ? vertices.AsSpan(0, Math.Max(0, vertices.Length - 1)) : vertices, loop);
    }
}
