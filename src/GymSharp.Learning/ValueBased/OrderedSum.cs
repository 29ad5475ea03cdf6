namespace GymSharp.Learning.ValueBased;

/// <summary>
/// Sums in an order that is the same on every machine: four chains, of which each takes every fourth number, and the
/// first what is left at the end. A sum over whole vectors would depend on their width.
/// </summary>
internal static class OrderedSum
{
    /// <summary>The sum of some numbers.</summary>
    public static float Of(ReadOnlySpan<float> numbers)
    {
        float first = 0;
        float second = 0;
        float third = 0;
        float fourth = 0;
        int i = 0;
        for (; i <= numbers.Length - 4; i += 4)
        {
            first += numbers[i];
            second += numbers[i + 1];
            third += numbers[i + 2];
            fourth += numbers[i + 3];
        }

        for (; i < numbers.Length; i++)
        {
            first += numbers[i];
        }

        return (first + second) + (third + fourth);
    }

    /// <summary>The sum of products of some numbers with as many others, each product rounded.</summary>
    public static float OfProducts(ReadOnlySpan<float> numbers, ReadOnlySpan<float> factors)
    {
        float first = 0;
        float second = 0;
        float third = 0;
        float fourth = 0;
        int i = 0;
        for (; i <= numbers.Length - 4; i += 4)
        {
            first += numbers[i] * factors[i];
            second += numbers[i + 1] * factors[i + 1];
            third += numbers[i + 2] * factors[i + 2];
            fourth += numbers[i + 3] * factors[i + 3];
        }

        for (; i < numbers.Length; i++)
        {
            first += numbers[i] * factors[i];
        }

        return (first + second) + (third + fourth);
    }
}
