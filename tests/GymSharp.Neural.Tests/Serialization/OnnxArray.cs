namespace GymSharp.Neural.Tests.Serialization;

/// <summary>An array of the interpreter, in double precision.</summary>
internal sealed record OnnxArray(int[] Shape, double[] Values)
{
    public int Length => Values.Length;

    public int Rank => Shape.Length;

    /// <summary>Applies a function to each element.</summary>
    public OnnxArray Map(Func<double, double> function) => this with { Values = [.. Values.Select(function)] };

    /// <summary>Applies a function to pairs, repeating dimensions of length 1 as NumPy does.</summary>
    public OnnxArray Zip(OnnxArray other, Func<double, double, double> function)
    {
        int rank = Math.Max(Rank, other.Rank);
        int[] left = [.. Enumerable.Repeat(1, rank - Rank), .. Shape];
        int[] right = [.. Enumerable.Repeat(1, rank - other.Rank), .. other.Shape];
        int[] shape = [.. left.Zip(right, Math.Max)];
        double[] values = new double[shape.Aggregate(1, (a, b) => a * b)];
        for (int i = 0; i < values.Length; i++)
        {
            values[i] = function(Values[At(i, shape, left)], other.Values[At(i, shape, right)]);
        }

        return new(shape, values);
    }

    /// <summary>Exchanges dimensions.</summary>
    public OnnxArray Transpose(long[] order)
    {
        int[] shape = [.. order.Select(dimension => Shape[dimension])];
        double[] values = new double[Length];
        int[] place = new int[Rank];
        for (int i = 0; i < Length; i++)
        {
            int rest = i;
            for (int d = Rank - 1; d >= 0; d--)
            {
                place[order[d]] = rest % shape[d];
                rest /= shape[d];
            }

            int at = 0;
            for (int d = 0; d < Rank; d++)
            {
                at = (at * Shape[d]) + place[d];
            }

            values[i] = Values[at];
        }

        return new(shape, values);
    }

    private static int At(int index, int[] shape, int[] own)
    {
        int at = 0;
        int stride = 1;
        for (int d = shape.Length - 1; d >= 0; d--)
        {
            at += own[d] == 1 ? 0 : index % shape[d] * stride;
            index /= shape[d];
            stride *= own[d];
        }

        return at;
    }
}
