namespace GymSharp.Physics2D;

/// <summary>The contacts of a body, newest first; <c>foreach</c> allocates nothing.</summary>
/// <remarks>Fixtures of which only the boxes overlap are listed too: ask <see cref="Contact.IsTouching"/>.</remarks>
public readonly struct ContactList
{
    private readonly ContactEdge? first;

    internal ContactList(ContactEdge? first) => this.first = first;

    /// <summary>Starts the enumeration.</summary>
    public Enumerator GetEnumerator() => new(first);

    /// <summary>Goes through the contacts of a body.</summary>
    public struct Enumerator
    {
        private ContactEdge? next;

        internal Enumerator(ContactEdge? first)
        {
            next = first;
            Current = null!;
        }

        /// <summary>The contact reached.</summary>
        public Contact Current { get; private set; }

        /// <summary>Goes on.</summary>
        public bool MoveNext()
        {
            if (next is null)
            {
                return false;
            }

            Current = next.Contact;
            next = next.Next;
            return true;
        }
    }
}
