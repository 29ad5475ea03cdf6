using GymSharp.Neural;
using TensorPrimitives = System.Numerics.Tensors.TensorPrimitives;

namespace GymSharp.Learning.ValueBased;

/// <summary>
/// Probabilities of returns that lie evenly between two bounds, the atoms; Bellemare et al. (2017), "A Distributional
/// Perspective on Reinforcement Learning". The network gives their logits.
/// </summary>
internal sealed class CategoricalValues : ActionValueModel
{
    private readonly int count;
    private readonly double least;
    private readonly double most;
    private readonly double spacing;
    private readonly float[] atoms;
    private readonly float[] probabilities;
    private float[] exponentials = [];

    public CategoricalValues(int count, double least, double most)
    {
        this.count = count;
        this.least = least;
        this.most = most;
        spacing = (most - least) / (count - 1);
        atoms = [.. Enumerable.Range(0, count).Select(i => (float)(least + (i * spacing)))];
        probabilities = new float[count];
    }

    /// <inheritdoc/>
    public override int Width => count;

    public static IEnumerable<string> RangeErrors(double least, double most)
    {
        if (!(least < most && double.IsFinite(least) && double.IsFinite(most)))
        {
            yield return $"The option 'value_min' must be below 'value_max', got {least} and {most}. "
                + "Give the least and the largest discounted return.";
        }
    }

    /// <inheritdoc/>
    public override void Expect(ReadOnlySpan<float> outputs, Span<float> values)
    {
        int length = values.Length * count;
        if (exponentials.Length < length)
        {
            exponentials = new float[length];
        }

        Span<float> parts = exponentials.AsSpan(0, length);
        for (int first = 0; first < length; first += count)
        {
            ReadOnlySpan<float> logits = outputs.Slice(first, count);
            TensorPrimitives.Subtract(logits, TensorPrimitives.Max(logits), parts.Slice(first, count));
        }

        TensorPrimitives.Exp(parts, parts);
        for (int action = 0; action < values.Length; action++)
        {
            ReadOnlySpan<float> own = parts.Slice(action * count, count);
            values[action] = OrderedSum.OfProducts(own, atoms) / OrderedSum.Of(own);
        }
    }

    /// <inheritdoc/>
    /// <remarks>
    /// Algorithm 1 of the paper: every atom of what follows moves to <c>R + discount · z</c>, is held between the
    /// bounds, and shares its probability between its two neighbours by its distance from each.
    /// </remarks>
    public override void Target(float reward, float discount, ReadOnlySpan<float> next, Span<float> target)
    {
        Softmax(next, probabilities);
        target.Clear();
        for (int i = 0; i < count; i++)
        {
            double value = Math.Clamp(reward + ((double)discount * atoms[i]), least, most);
            double place = Math.Clamp((value - least) / spacing, 0, count - 1);

            // An atom that falls on the last one has its lower neighbour below, so that nothing is lost.
            int lower = Math.Min((int)place, count - 2);
            float upperShare = (float)(place - lower);
            target[lower] += probabilities[i] * (1 - upperShare);
            target[lower + 1] += probabilities[i] * upperShare;
        }
    }

    /// <inheritdoc/>
    public override Tensor Loss(Tensor outputs, Tensor targets, Span<float> errors)
    {
        Tensor crossEntropy = -(outputs.LogSoftmax() * targets).SumRows();

        // The priority is the divergence, as in Rainbow: what is left when the entropy of the target is taken away.
        for (int row = 0; row < errors.Length; row++)
        {
            float negativeEntropy = 0;
            foreach (float probability in targets.Values.Slice(row * count, count))
            {
                negativeEntropy += probability > 0 ? probability * MathF.Log(probability) : 0;
            }

            errors[row] = MathF.Max(0, crossEntropy.Values[row] + negativeEntropy);
        }

        return crossEntropy;
    }

    /// <inheritdoc/>
    protected override Tensor Average(Tensor blocks) => (blocks.Softmax() * blocks.Tape.Input(atoms)).SumRows();

    private static void Softmax(ReadOnlySpan<float> logits, Span<float> probabilities)
    {
        TensorPrimitives.Subtract(logits, TensorPrimitives.Max(logits), probabilities);
        TensorPrimitives.Exp(probabilities, probabilities);
        TensorPrimitives.Divide(probabilities, OrderedSum.Of(probabilities), probabilities);
    }
}
