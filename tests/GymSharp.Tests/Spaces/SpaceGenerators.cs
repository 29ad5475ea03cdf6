using FsCheck;
using FsCheck.Fluent;
using GymSharp.Spaces;

namespace GymSharp.Tests.Spaces;

/// <summary>Random spaces of every kind, nested up to three deep, each with a seed.</summary>
internal static class SpaceGenerators
{
    private static readonly int[][] ShapesOfArrays = [[1], [3], [2, 2], [2, 1, 3], [4]];

    public static Arbitrary<(Space Space, ulong Seed)> Seeded { get; } = Nested(2).Zip(
        Gen.Choose(0, int.MaxValue), (space, seed) => (space, (ulong)seed)).ToArbitrary();

    public static Arbitrary<(Space Space, ulong Seed)> Flattenable { get; } =
        Nested(2).Where(space => space.IsFlattenable).Zip(
            Gen.Choose(0, int.MaxValue), (space, seed) => (space, (ulong)seed)).ToArbitrary();

    private static Gen<DType> AnyType => Gen.Elements(Enum.GetValues<DType>());

    private static Gen<DType> AnyInteger => Gen.Elements(Enum.GetValues<DType>().Where(type => type.IsInteger()));

    private static Gen<Space> Boxes =>
        from type in AnyType
        from shape in Gen.Elements(ShapesOfArrays)
        from ends in Gen.Choose(-20, 20).Two()
        from open in Gen.Choose(0, 5)
        select Box.Create(type, Low(type, ends, open), High(type, ends, open), shape);

    private static Gen<Space> Scalars =>
        from ends in Gen.Choose(-20, 20).Two()
        select (Space)Box<double>.Scalar(Math.Min(ends.Item1, ends.Item2), Math.Max(ends.Item1, ends.Item2));

    private static Gen<Space> Discretes =>
        from type in AnyInteger
        from n in Gen.Choose(1, 100)
        from start in Gen.Choose(0, 20)
        from isLong in Gen.Elements(false, true)
        select isLong ? (Space)new LongDiscrete(n, start, type) : new Discrete(n, start, type);

    private static Gen<Space> Bits => Gen.Elements(ShapesOfArrays).Select(shape => (Space)new MultiBinary(shape));

    private static Gen<Space> MultiDiscretes =>
        from type in AnyInteger
        from shape in Gen.Elements(ShapesOfArrays)
        from counts in Gen.Choose(1, 20).ArrayOf(shape.Aggregate(1, (size, axis) => size * axis))
        from start in Gen.Choose(0, 9)
        select (Space)new MultiDiscrete(
            Array.ConvertAll(counts, count => (long)count), Array.ConvertAll(counts, _ => (long)start), shape, type);

    // Never of length 0 alone: a stack of arrays without elements does not know how many they were.
    private static Gen<Space> Texts =>
        from minimum in Gen.Choose(0, 3)
        from extra in Gen.Choose(1, 5)
        from charset in Gen.Elements("ab", "zyx0", "é😀ß\"\\")
        select (Space)new TextSpace(minimum + extra, minimum, charset);

    private static Gen<Space> Leaves => Gen.OneOf(Boxes, Scalars, Discretes, Bits, MultiDiscretes, Texts);

    private static Gen<Space> Nested(int depth)
    {
        if (depth == 0)
        {
            return Leaves;
        }

        Gen<Space> inner = Nested(depth - 1);
        Gen<Space[]> several = Gen.Choose(1, 3).SelectMany(count => inner.ArrayOf(count));
        return Gen.Frequency(
            (5, Leaves),
            (1, several.Select(spaces => (Space)new TupleSpace(spaces))),
            (1, several.Select(spaces => (Space)new OneOfSpace(spaces))),
            (1, several.Select(
                spaces => (Space)new DictSpace(spaces.Select((space, i) => KeyValuePair.Create($"k{9 - i}", space))))),
            (1, inner.Zip(Gen.Elements(false, true), (space, stack) => (Space)new SequenceSpace(space, stack))),
            (1, Boxes.Zip(
                Gen.Elements(0, 4), (node, n) => (Space)new GraphSpace(node, n == 0 ? null : new Discrete(n)))));
    }

    private static double Low(DType type, (int First, int Second) ends, int open)
    {
        double low = Math.Min(ends.First, ends.Second);
        return type == DType.Bool ? 0
            : IsUnsigned(type) ? Math.Abs(low) / 2
            : IsOpen(type) && open is 1 or 3 ? double.NegativeInfinity
            : low;
    }

    private static double High(DType type, (int First, int Second) ends, int open)
    {
        double high = Math.Max(ends.First, ends.Second);
        return type == DType.Bool ? 1
            : IsUnsigned(type) ? 20
            : IsOpen(type) && open is 2 or 3 ? double.PositiveInfinity
            : high;
    }

    // The batch of an int64 box without a bound has limits too far apart to draw between, in Gymnasium too.
    private static bool IsOpen(DType type) => type != DType.Int64;

    private static bool IsUnsigned(DType type) =>
        type is DType.UInt8 or DType.UInt16 or DType.UInt32 or DType.UInt64;
}
