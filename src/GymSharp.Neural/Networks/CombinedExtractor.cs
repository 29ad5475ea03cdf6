using GymSharp.Neural.Layers;

namespace GymSharp.Neural.Networks;

/// <summary>
/// Features of observations that consist of parts (a Dict observation, flattened): each part goes through a network of
/// its own, or stays as it is, and the results are put side by side. As in Stable-Baselines3.
/// </summary>
public sealed class CombinedExtractor : Module
{
    private readonly Part[] parts;

    /// <summary>Combines the networks of the parts.</summary>
    /// <param name="parts">The parts in the order in which they lie in a row; their columns follow one another.</param>
    /// <exception cref="ArgumentException">There are no parts, or one without numbers.</exception>
    public CombinedExtractor(IEnumerable<Part> parts)
    {
        this.parts = [.. parts];
        if (this.parts.Length == 0 || Array.Exists(this.parts, part => part.Width < 1 || part.Features < 1))
        {
            throw new ArgumentException(
                $"There must be parts with at least one number each, got [{string.Join(", ", this.parts)}].",
                nameof(parts));
        }

        Inputs = this.parts.Sum(part => part.Width);
        Outputs = this.parts.Sum(part => part.Features);
    }

    /// <summary>Numbers per row that go in.</summary>
    public int Inputs { get; }

    /// <summary>Numbers per row that come out.</summary>
    public int Outputs { get; }

    /// <inheritdoc/>
    public override Tensor Forward(Tensor input)
    {
        Tensor result = Features(input, 0, 0);
        for (int i = 1, first = parts[0].Width; i < parts.Length; first += parts[i++].Width)
        {
            result = result.Concat(Features(input, i, first));
        }

        return result;
    }

    private Tensor Features(Tensor input, int index, int first)
    {
        Part part = parts[index];
        Tensor columns = input.Slice(first, part.Width);
        return part.Network is null ? columns : part.Network.Forward(columns);
    }

    /// <summary>Some neighbouring columns of an observation.</summary>
    /// <param name="Width">Number of columns.</param>
    /// <param name="Network">What they go through, or null to leave them as they are.</param>
    /// <param name="Features">Numbers that come out of it; <paramref name="Width"/> without a network.</param>
    public sealed record Part(int Width, Module? Network, int Features);
}
