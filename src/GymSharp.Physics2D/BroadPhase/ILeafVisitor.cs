namespace GymSharp.Physics2D;

/// <summary>Is shown the leaves of a box query.</summary>
internal interface ILeafVisitor
{
    /// <summary>Takes a leaf; false ends the query.</summary>
    bool Visit(int leaf);
}
