namespace GymSharp.Neural;

/// <summary>
/// A named place in a <see cref="ParameterSet"/>: where a layer's numbers are, not the numbers. So one layer works with
/// any set of the same layout: the one being trained, a target network, a snapshot.
/// </summary>
/// <param name="Name">Dotted name as PyTorch would give, for example <c>actor.0.weight</c>.</param>
/// <param name="Shape">Shape in memory.</param>
/// <param name="Layout">How that differs from the published form.</param>
/// <param name="Offset">First element in the set; a multiple of 16.</param>
/// <param name="Ordinal">Its place in <see cref="ParameterSet.Parameters"/>.</param>
public sealed record Parameter(string Name, Shape Shape, ParameterLayout Layout, int Offset, int Ordinal)
{
    /// <summary>The numbers in a set.</summary>
    /// <param name="set">A set with this parameter's layout.</param>
    public Span<float> In(ParameterSet set)
    {
        ArgumentNullException.ThrowIfNull(set);
        return set.Values.Slice(Offset, Shape.Length);
    }

    /// <summary>The gradient of this parameter.</summary>
    /// <param name="gradients">Gradients of a set with this parameter's layout.</param>
    public Span<float> In(Gradients gradients)
    {
        ArgumentNullException.ThrowIfNull(gradients);
        return gradients.Values.Slice(Offset, Shape.Length);
    }
}
