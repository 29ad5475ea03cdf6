namespace GymSharp.Neural;

/// <summary>Lengths of the dimensions of a tensor, outermost first; up to four.</summary>
public readonly record struct Shape
{
    private readonly int first;
    private readonly int second;
    private readonly int third;
    private readonly int fourth;

    /// <summary>A vector.</summary>
    public Shape(int length)
        : this(1, length, 1, 1, 1)
    {
    }

    /// <summary>A matrix.</summary>
    public Shape(int rows, int columns)
        : this(2, rows, columns, 1, 1)
    {
    }

    /// <summary>Three dimensions, for example height, width and channels of a picture.</summary>
    public Shape(int first, int second, int third)
        : this(3, first, second, third, 1)
    {
    }

    /// <summary>Four dimensions, for example a batch of pictures: batch, height, width, channels.</summary>
    public Shape(int first, int second, int third, int fourth)
        : this(4, first, second, third, fourth)
    {
    }

    private Shape(int rank, int first, int second, int third, int fourth)
    {
        if ((first | second | third | fourth) < 0)
        {
            throw new ArgumentOutOfRangeException(
                nameof(first), $"No dimension can be negative, got {first}, {second}, {third}, {fourth}.");
        }

        Rank = rank;
        this.first = first;
        this.second = second;
        this.third = third;
        this.fourth = fourth;
    }

    /// <summary>Number of dimensions, 1 to 4.</summary>
    public int Rank { get; }

    /// <summary>Number of elements.</summary>
    public int Length => first * second * third * fourth;

    /// <summary>Length of the first dimension; the batch, where there is one. A vector has one row.</summary>
    public int Rows => Rank == 1 ? 1 : first;

    /// <summary>Elements per row: the product of all dimensions but the first.</summary>
    public int Columns => Rank == 1 ? first : second * third * fourth;

    /// <summary>Length of a dimension.</summary>
    /// <exception cref="ArgumentOutOfRangeException">There is no such dimension.</exception>
    public int this[int dimension] => dimension >= Rank
        ? throw new ArgumentOutOfRangeException(nameof(dimension),
            $"A shape of rank {Rank} has no dimension {dimension}.")
        : dimension switch
        {
            0 => first,
            1 => second,
            2 => third,
            3 => fourth,
            _ => throw new ArgumentOutOfRangeException(nameof(dimension), "A dimension cannot be negative."),
        };

    /// <summary>The same shape with another first dimension.</summary>
    public Shape WithRows(int rows) => Rank switch
    {
        1 => new(rows, first),
        2 => new(rows, second),
        3 => new(rows, second, third),
        _ => new(rows, second, third, fourth),
    };

    /// <summary>The lengths as an array.</summary>
    public int[] ToArray() => [.. Enumerable.Range(0, Rank).Select(Of)];

    /// <summary>As <c>[8, 64]</c>.</summary>
    public override string ToString() => $"[{string.Join(", ", ToArray())}]";

    private int Of(int dimension) => this[dimension];
}
