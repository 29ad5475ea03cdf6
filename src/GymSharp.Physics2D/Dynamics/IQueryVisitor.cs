namespace GymSharp.Physics2D;

/// <summary>Is shown the fixtures whose boxes overlap one.</summary>
public interface IQueryVisitor
{
    /// <summary>Takes a fixture.</summary>
    /// <returns>Whether to go on.</returns>
    bool Report(Fixture fixture);
}
