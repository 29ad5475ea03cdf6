using GymSharp.Neural.Autodiff;

namespace GymSharp.Neural;

/// <content>Fused parts of distributions.</content>
public readonly unsafe partial struct Tensor
{
    /// <summary>One element of each row, its column given as part of an action.</summary>
    /// <param name="actions">Actions, row after row.</param>
    /// <param name="offset">Which number of an action it is.</param>
    /// <param name="stride">Numbers per action.</param>
    internal Tensor GatherActions(ReadOnlySpan<float> actions, int offset, int stride)
    {
        int rows = Shape.Rows;
        int width = Shape.Columns;
        int* columns = (int*)Tape.Take(rows);
        for (int row = 0; row < rows; row++)
        {
            float action = actions[(row * stride) + offset];
            int column = (int)action;
            if ((uint)column >= (uint)width || action != column)
            {
                throw new ArgumentException(
                    $"An action must be a whole number from 0 to {width - 1}, got {action} in row {row}.",
                    nameof(actions));
            }

            columns[row] = column;
        }

        return Tape.Append(new Node
        {
            Op = Op.Gather,
            A = Index,
            B = -1,
            C = -1,
            Shape = new Shape(rows),
            Extra = (float*)columns,
        });
    }

    /// <summary>Entropy of each row of logarithms of probabilities: [rows].</summary>
    internal Tensor CategoricalEntropy() => Append(Op.CategoricalEntropy, new Shape(Shape.Rows));

    /// <summary>
    /// Log-density of each row's numbers under independent normal distributions whose means and logarithms of standard
    /// deviations this tensor holds: [rows].
    /// </summary>
    internal Tensor GaussianLogProbability(ReadOnlySpan<float> numbers)
    {
        float* extra = Tape.Take(numbers.Length);
        numbers.CopyTo(new Span<float>(extra, numbers.Length));
        return Tape.Append(new Node
        {
            Op = Op.GaussianLogProbability,
            A = Index,
            B = -1,
            C = -1,
            Shape = new Shape(Shape.Rows),
            Extra = extra,
        });
    }
}
