using GymSharp.Randomness;

namespace GymSharp.Neural.Layers;

/// <summary>A learned vector for each of some indices.</summary>
public sealed class Embedding : Module
{
    private readonly Parameter weight;
    private readonly int width;
    private readonly int count;

    /// <summary>Adds the table, <c>NAME.weight</c>, to a set; normally distributed, as in PyTorch.</summary>
    /// <param name="set">Where the parameters go.</param>
    /// <param name="name">Dotted name of the layer.</param>
    /// <param name="sizes">Number of indices, and numbers per vector.</param>
    /// <param name="rng">Draws the table.</param>
    public Embedding(ParameterSet set, string name, (int Count, int Width) sizes, Rng rng)
    {
        ArgumentNullException.ThrowIfNull(set);
        ArgumentNullException.ThrowIfNull(rng);
        (count, width) = sizes;
        weight = set.Add($"{name}.weight", new Shape(sizes.Count, sizes.Width));
        rng.StandardNormal(weight.In(set));
        set.MarkChanged();
    }

    /// <summary>Looks up the vectors of whole numbers: [rows, columns · width].</summary>
    /// <param name="input">Indices as float32 numbers, [rows, columns].</param>
    /// <exception cref="ArgumentException">A number is not an index.</exception>
    public override Tensor Forward(Tensor input)
    {
        int rows = input.Shape.Rows;
        int columns = input.Shape.Columns;
        int[] rented = System.Buffers.ArrayPool<int>.Shared.Rent(rows * columns);
        try
        {
            for (int i = 0; i < rows * columns; i++)
            {
                float index = input.Values[i];
                rented[i] = index >= 0 && index < count && index == MathF.Floor(index)
                    ? (int)index
                    : throw new ArgumentException(
                        $"Indices are whole numbers from 0 to {count - 1}, got {index}.", nameof(input));
            }

            Tensor vectors = input.Tape.Use(weight).GatherRows(rented.AsSpan(0, rows * columns), input);
            return vectors.Reshape(new Shape(rows, columns * width));
        }
        finally
        {
            System.Buffers.ArrayPool<int>.Shared.Return(rented);
        }
    }
}
