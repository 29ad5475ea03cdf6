namespace GymSharp.Spaces;

/// <summary>A value of a <see cref="OneOfSpace"/>: which of its spaces, and a value of that space.</summary>
/// <param name="Index">Position of the space.</param>
/// <param name="Value">A value of that space.</param>
public sealed record OneOfValue(int Index, object Value)
{
    /// <summary>Same space and equal values; arrays are compared by their elements.</summary>
    public bool Equals(OneOfValue? other) =>
        other is not null && Index == other.Index && ValueComparer.Instance.Equals(Value, other.Value);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Index, ValueComparer.Instance.GetHashCode(Value));
}
