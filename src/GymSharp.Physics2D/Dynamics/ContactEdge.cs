namespace GymSharp.Physics2D;

/// <summary>A contact's place in one body's list.</summary>
internal sealed class ContactEdge(Contact contact)
{
    public Contact Contact { get; } = contact;

    public Body Other { get; set; } = null!;

    public ContactEdge? Previous { get; set; }

    public ContactEdge? Next { get; set; }
}
