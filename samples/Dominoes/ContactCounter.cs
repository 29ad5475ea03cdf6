using GymSharp.Physics2D;

namespace Dominoes;

/// <summary>Counts how often two fixtures began to touch.</summary>
internal sealed class ContactCounter : IContactListener
{
    public int Begun { get; private set; }

    public void BeginContact(Contact contact) => Begun++;
}
