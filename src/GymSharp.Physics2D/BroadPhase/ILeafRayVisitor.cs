namespace GymSharp.Physics2D;

/// <summary>Is shown the leaves of a ray cast.</summary>
internal interface ILeafRayVisitor
{
    /// <summary>
    /// Takes a leaf and gives the new length of the ray as a fraction; 0 ends the cast, below 0 leaves it as it is.
    /// </summary>
    float Visit(int leaf, in RayCastInput input);
}
