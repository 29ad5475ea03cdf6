namespace GymSharp.Mujoco.Locomotion;

/// <summary>Writes numbers one after the other into a row: an observation, or the values of an info.</summary>
internal ref struct RowWriter(Span<double> row)
{
    private Span<double> rest = row;

    /// <summary>Writes one number.</summary>
    public void Add(double value)
    {
        rest[0] = value;
        rest = rest[1..];
    }

    /// <summary>Writes numbers.</summary>
    public void Add(params scoped ReadOnlySpan<double> values)
    {
        values.CopyTo(rest);
        rest = rest[values.Length..];
    }

    /// <summary>Writes x, y and their distance from the origin.</summary>
    public void AddPlace(scoped ReadOnlySpan<double> position)
    {
        double x = position[0];
        double y = position[1];
        Add([x, y, Arithmetic.Norm(x, y)]);
    }

    /// <summary>Writes numbers, each held between two bounds as NumPy's <c>clip</c> does.</summary>
    public void AddClipped(scoped ReadOnlySpan<double> values, double low, double high)
    {
        for (int i = 0; i < values.Length; i++)
        {
            rest[i] = Arithmetic.Clip(values[i], low, high);
        }

        rest = rest[values.Length..];
    }
}
