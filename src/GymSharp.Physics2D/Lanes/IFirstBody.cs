namespace GymSharp.Physics2D;

/// <summary>Whether the first body of a contact moves; a type, so that there is code for either case.</summary>
internal interface IFirstBody
{
    static abstract bool IsFixed { get; }
}
