using System.Runtime.CompilerServices;

namespace GymSharp.Physics2D;

/// <content>Boxes and rays, asked of the whole tree; later children first.</content>
internal sealed partial class DynamicTree
{
    /// <summary>Visits the leaves whose boxes overlap one, until the visitor says no.</summary>
    [SkipLocalsInit]
    public void Query<TVisitor>(ref TVisitor visitor, in Aabb box)
        where TVisitor : ILeafVisitor, allows ref struct
    {
        NodeStack stack = new(stackalloc int[NodeStack.InitialDepth]);
        stack.Push(root);
        while (stack.TryPop(out int index))
        {
            ref TreeNode node = ref nodes[index];
            if (!Aabb.Overlap(node.Box, box))
            {
                continue;
            }

            if (!node.IsLeaf)
            {
                stack.Push(node.Child1);
                stack.Push(node.Child2);
            }
            else if (!visitor.Visit(index))
            {
                return;
            }
        }
    }

    /// <summary>Visits the leaves that a ray may hit; the visitor shortens the ray, or ends it with 0.</summary>
    [SkipLocalsInit]
    public void RayCast<TVisitor>(ref TVisitor visitor, Vec2 from, Vec2 to)
        where TVisitor : ILeafRayVisitor, allows ref struct
    {
        // A separating axis across the ray rejects boxes that the ray's own box does not.
        Vec2 across = Vec2.LeftOf((to - from).Normalized());
        Vec2 absolute = new(Scalar.Abs(across.X), Scalar.Abs(across.Y));
        float fraction = 1.0f;
        Aabb reach = Around(from, from + fraction * (to - from));
        NodeStack stack = new(stackalloc int[NodeStack.InitialDepth]);
        stack.Push(root);
        while (stack.TryPop(out int index))
        {
            ref TreeNode node = ref nodes[index];
            if (!Aabb.Overlap(node.Box, reach))
            {
                continue;
            }

            float separation = Scalar.Abs(Vec2.Dot(across, from - node.Box.Center))
                - Vec2.Dot(absolute, node.Box.Extents);
            if (separation > 0.0f)
            {
                continue;
            }

            if (!node.IsLeaf)
            {
                stack.Push(node.Child1);
                stack.Push(node.Child2);
                continue;
            }

            float value = visitor.Visit(index, new(from, to, fraction));
            if (value == 0.0f)
            {
                return;
            }

            if (value > 0.0f)
            {
                fraction = value;
                reach = Around(from, from + fraction * (to - from));
            }
        }
    }

    private static Aabb Around(Vec2 a, Vec2 b) => new(Vec2.Min(a, b), Vec2.Max(a, b));
}
