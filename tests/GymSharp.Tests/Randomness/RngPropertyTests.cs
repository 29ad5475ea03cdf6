using FsCheck;
using FsCheck.Fluent;
using GymSharp.Randomness;

namespace GymSharp.Tests.Randomness;

public class RngPropertyTests
{
    [Fact]
    public void Integers_lie_between_their_bounds() => Prop.ForAll<ulong, long, long>((seed, first, second) =>
    {
        (long low, long high) = (Math.Min(first, second), Math.Max(first, second));
        long value = new Rng(seed).Integers(low, high, endpoint: true);
        return value >= low && value <= high;
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void Small_integers_lie_between_their_bounds() => Prop.ForAll<ulong, sbyte, sbyte>((seed, first, second) =>
    {
        (sbyte low, sbyte high) = (Math.Min(first, second), Math.Max(first, second));
        sbyte[] values = new sbyte[20];
        new Rng(seed).Integers(low, high, values.AsSpan(), endpoint: true);
        return values.All(value => value >= low && value <= high);
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void Every_value_of_a_small_range_occurs()
    {
        Rng rng = new(1);
        short[] values = new short[400];
        rng.Integers<short>(-3, 3, values.AsSpan());
        Assert.Equal(new short[] { -3, -2, -1, 0, 1, 2 }, values.Distinct().Order());
    }

    [Fact]
    public void Scalars_and_arrays_draw_the_same_integers() => Prop.ForAll<ulong, int>((seed, high) =>
    {
        long bound = Math.Abs((long)high) + 1;
        long[] values = new long[5];
        new Rng(seed).Integers(-bound, bound, values);
        Rng rng = new(seed);
        return values.All(value => value == rng.Integers(-bound, bound));
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void A_shuffle_is_a_permutation() => Prop.ForAll<ulong, int[]>((seed, items) =>
    {
        int[] shuffled = [.. items];
        new Rng(seed).Shuffle<int>(shuffled);
        int[] legacy = [.. items];
        new LegacyRng((uint)seed).Shuffle<int>(legacy);
        int[] sorted = [.. items.Order()];
        return sorted.SequenceEqual(shuffled.Order()) && sorted.SequenceEqual(legacy.Order());
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void Shuffled_rows_stay_whole() => Prop.ForAll<ulong, byte, byte>((seed, rows, length) =>
    {
        int columns = (length % 7) + 1;
        int[] items = [.. Enumerable.Range(0, rows * columns)];
        new Rng(seed).ShuffleRows<int>(items, columns);
        return items.Chunk(columns).All(row => row[0] % columns == 0 && row[^1] == row[0] + columns - 1)
            && items.Order().SequenceEqual(Enumerable.Range(0, rows * columns));
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void A_choice_without_replacement_has_no_repeats() => Prop.ForAll<ulong, ushort, ushort>((seed, n, k) =>
    {
        long population = n + 1L;
        int size = (int)(k % (population + 1));
        long[] chosen = new Rng(seed).Choice(population, size, replace: false);
        return chosen.Distinct().Count() == size && chosen.All(index => index >= 0 && index < population);
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void A_saved_state_continues_identically() => Prop.ForAll<ulong, byte[]>((seed, calls) =>
    {
        Rng rng = new(seed);
        foreach (byte call in calls)
        {
            Draw(rng, call);
        }

        Rng other = new(seed + 1) { State = rng.State };
        return calls.All(call => Draw(rng, call).Equals(Draw(other, call))) && rng.State == other.State;
    }).QuickCheckThrowOnFailure();

    private static double Draw(Rng rng, byte call) => (call % 7) switch
    {
        0 => rng.Random(),
        1 => rng.RandomSingle(),
        2 => rng.Integers(0, call + 1),
        3 => rng.StandardNormal(),
        4 => rng.StandardExponentialSingle(),
        5 => rng.Geometric((call + 1) / 256.0),
        _ => rng.Choice([0.25, 0.5, 0.25]),
    };
}
