namespace GymSharp.Physics2D;

/// <summary>Decides which fixtures may touch, in place of <see cref="CollisionFilter.ShouldCollide"/>.</summary>
public interface IContactFilter
{
    /// <summary>Whether two fixtures of different bodies may touch.</summary>
    bool ShouldCollide(Fixture a, Fixture b);
}
