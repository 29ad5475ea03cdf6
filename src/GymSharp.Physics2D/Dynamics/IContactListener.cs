namespace GymSharp.Physics2D;

/// <summary>
/// Is told of contacts during a step. The world cannot be changed meanwhile; note what is to be done after it.
/// </summary>
public interface IContactListener
{
    /// <summary>Two fixtures begin to touch.</summary>
    void BeginContact(Contact contact)
    {
    }

    /// <summary>Two fixtures cease to touch; also when one is destroyed, outside a step.</summary>
    void EndContact(Contact contact)
    {
    }

    /// <summary>A contact is about to act; it can be disabled for this step. Sensors do not act.</summary>
    /// <param name="contact">The contact.</param>
    /// <param name="old">Its manifold before this step.</param>
    void PreSolve(Contact contact, in Manifold old)
    {
    }

    /// <summary>A contact has acted.</summary>
    /// <param name="contact">The contact.</param>
    /// <param name="impulse">With what impulses.</param>
    void PostSolve(Contact contact, in ContactImpulse impulse)
    {
    }
}
