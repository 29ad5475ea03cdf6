using System.Collections;

namespace GymSharp.Spaces;

/// <summary>Equality of values of spaces: arrays and tuples by their elements, dictionaries by their entries.</summary>
/// <remarks>
/// Floating-point numbers are compared by <see cref="object.Equals(object)"/>: NaN equals NaN, and 0 equals -0.
/// </remarks>
public sealed class ValueComparer : IEqualityComparer<object?>
{
    private ValueComparer()
    {
    }

    /// <summary>The comparer.</summary>
    public static ValueComparer Instance { get; } = new();

    /// <inheritdoc/>
    public new bool Equals(object? x, object? y)
    {
        if (x is Array left && y is Array right)
        {
            return left.GetType() == right.GetType() && SameShape(left, right) && SameElements(left, right);
        }

        return object.Equals(x, y);
    }

    /// <inheritdoc/>
    public int GetHashCode(object? obj)
    {
        if (obj is not Array array)
        {
            return obj?.GetHashCode() ?? 0;
        }

        HashCode hash = default;
        foreach (object? item in array)
        {
            hash.Add(GetHashCode(item));
        }

        return hash.ToHashCode();
    }

    private static bool SameShape(Array left, Array right)
    {
        for (int i = 0; i < left.Rank; i++)
        {
            if (left.GetLength(i) != right.GetLength(i))
            {
                return false;
            }
        }

        return true;
    }

    private static bool SameElements(Array left, Array right)
    {
        IEnumerator other = right.GetEnumerator();
        foreach (object? item in left)
        {
            other.MoveNext();
            if (!Instance.Equals(item, other.Current))
            {
                return false;
            }
        }

        return true;
    }
}
