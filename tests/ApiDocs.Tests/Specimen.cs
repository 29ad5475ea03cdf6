namespace GymSharp.ApiDocs.Tests;

/// <summary>One declaration of every kind that a page must spell.</summary>
public abstract class Specimen
{
    public const float Limit = 0.5f;

    public static readonly string[] Names = ["a"];

    private readonly double[] cells = new double[1];

    public event EventHandler? Changed;

    [Flags]
    public enum Choices : byte
    {
        None = 0,
        Left = 1,
        Right = 2,
    }

    public delegate T? Maker<T>(in int seed, params string?[] names)
        where T : class, new();

    public required string? Text { get; init; }

    public int Count { get; protected set; }

    public IReadOnlyDictionary<string, (int Row, object? Value)[]>? Pairs { get; }

    public ref readonly double this[int row, long column] => ref cells[row + column];

    public static Specimen operator +(Specimen left, Specimen right) => left.Count > right.Count ? left : right;

    public static explicit operator double(Specimen value) => value.Count;

    public virtual bool Draw<T>(ref T value, out int? left, Choices choice = Choices.Left | Choices.Right)
        where T : struct
    {
        left = Hidden((int)choice);
        value = default;
        Changed?.Invoke(this, EventArgs.Empty);
        return true;
    }

    public sealed override string ToString() => Say();

    protected abstract string Say(string text = "a\"b", char mark = '\n', double level = double.NaN);

    internal int Hidden(int value) => value + Count;

    public readonly ref struct Shape<T>
        where T : unmanaged, IComparable<T>
    {
        public T First { get; init; }
    }

    public sealed record Pair(int Left, string Right);
}
