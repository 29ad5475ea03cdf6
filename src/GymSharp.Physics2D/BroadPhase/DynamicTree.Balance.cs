namespace GymSharp.Physics2D;

/// <content>Rotations.</content>
internal sealed partial class DynamicTree
{
    /// <summary>
    /// Lifts the taller child where it is two levels taller. The child takes the node's place and the node becomes its
    /// first child; of the grandchildren the taller stays with the child and the other goes down to the node.
    /// </summary>
    /// <returns>The node now in this place.</returns>
    private int Balance(int index)
    {
        ref TreeNode node = ref nodes[index];
        if (node.IsLeaf || node.Height < 2)
        {
            return index;
        }

        int balance = nodes[node.Child2].Height - nodes[node.Child1].Height;
        return balance switch
        {
            > 1 => Lift(index, node.Child2, node.Child1),
            < -1 => Lift(index, node.Child1, node.Child2),
            _ => index,
        };
    }

    private int Lift(int index, int lifted, int other)
    {
        ref TreeNode node = ref nodes[index];
        ref TreeNode up = ref nodes[lifted];
        bool second = node.Child2 == lifted;
        int first = up.Child1;
        bool firstIsTaller = nodes[first].Height > nodes[up.Child2].Height;
        int stays = firstIsTaller ? first : up.Child2;
        int goes = firstIsTaller ? up.Child2 : first;

        Replace(node.Parent, index, lifted);
        up.Parent = node.Parent;
        up.Child1 = index;
        up.Child2 = stays;
        node.Parent = lifted;
        if (second)
        {
            node.Child2 = goes;
        }
        else
        {
            node.Child1 = goes;
        }

        nodes[goes].Parent = index;
        node.Box = Aabb.Union(nodes[other].Box, nodes[goes].Box);
        up.Box = Aabb.Union(node.Box, nodes[stays].Box);
        node.Height = 1 + Math.Max(nodes[other].Height, nodes[goes].Height);
        up.Height = 1 + Math.Max(node.Height, nodes[stays].Height);
        return lifted;
    }
}
