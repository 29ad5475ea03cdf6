using GymSharp.Randomness;
using TensorPrimitives = System.Numerics.Tensors.TensorPrimitives;

namespace GymSharp.Learning.ValueBased;

/// <summary>Sums that are the same to the last bit whatever the width of the processor's vectors.</summary>
public sealed class OrderedSumTests
{
    [Fact]
    public void Every_fourth_number_makes_a_chain()
    {
        Rng rng = new(3);
        for (int length = 0; length < 70; length++)
        {
            float[] numbers = new float[length];
            float[] factors = new float[length];
            rng.StandardNormal(numbers);
            rng.StandardNormal(factors);
            Assert.Equal(Chains(numbers), OrderedSum.Of(numbers));
            Assert.Equal(
                Chains([.. numbers.Zip(factors, (number, factor) => number * factor)]),
                OrderedSum.OfProducts(numbers, factors));
        }
    }

    [Fact]
    public void The_mean_of_quantiles_does_not_depend_on_the_processor()
    {
        // In the first chain 1 is lost beside 1e8; with eight chains none would be.
        float[] quantiles = [1e8f, 1, 1, 1, 1, 1, 1, 1, -1e8f, 1, 1, 1, 1, 1, 1, 1];
        float[] values = new float[1];
        new QuantileValues(16, 1).Expect(quantiles, values);
        Assert.Equal(13f / 16, values[0]);
    }

    [Fact]
    public void The_mean_of_probabilities_does_not_depend_on_the_processor()
    {
        const int Count = 51;
        CategoricalValues model = new(Count, -10, 10);
        float[] atoms = [.. Enumerable.Range(0, Count).Select(i => (float)(-10 + (i * (20.0 / (Count - 1)))))];
        float[] values = new float[1];
        Rng rng = new(4);
        for (int i = 0; i < 50; i++)
        {
            float[] logits = new float[Count];
            rng.StandardNormal(logits);
            model.Expect(logits, values);
            float[] parts = new float[Count];
            TensorPrimitives.Subtract(logits, logits.Max(), parts);
            TensorPrimitives.Exp(parts, parts);
            Assert.Equal(
                Chains([.. parts.Zip(atoms, (part, atom) => part * atom)]) / Chains(parts), values[0]);
        }
    }

    private static float Chains(float[] numbers)
    {
        float[] chains = new float[4];
        int whole = numbers.Length - (numbers.Length % 4);
        for (int i = 0; i < numbers.Length; i++)
        {
            chains[i < whole ? i % 4 : 0] += numbers[i];
        }

        return (chains[0] + chains[1]) + (chains[2] + chains[3]);
    }
}
