using GymSharp.Neural;

namespace GymSharp.Learning.ValueBased;

/// <summary>
/// What a network tells about an action, and how that is learned: the one difference between DQN, C51 and QR-DQN.
/// </summary>
internal abstract class ActionValueModel
{
    /// <summary>Numbers that describe an action: 1 for its value, more for a distribution of returns.</summary>
    public abstract int Width { get; }

    /// <summary>Expected returns.</summary>
    /// <param name="outputs">[actions, Width], outputs of the network.</param>
    /// <param name="values">Receives one number per action.</param>
    public abstract void Expect(ReadOnlySpan<float> outputs, Span<float> values);

    /// <summary>Expected returns as one computation that can be exported: [rows, actions].</summary>
    /// <param name="outputs">[rows, actions · Width].</param>
    public Tensor Expect(Tensor outputs)
    {
        int rows = outputs.Shape.Rows;
        int actions = outputs.Shape.Columns / Width;
        Tensor blocks = outputs.Reshape(new Shape(rows * actions, Width));
        return Average(blocks).Reshape(new Shape(rows, actions));
    }

    /// <summary>What the network should have told about an action.</summary>
    /// <param name="reward">Discounted rewards until the next observation.</param>
    /// <param name="discount">Factor of what follows; 0 where nothing does.</param>
    /// <param name="next">[Width], the target network's outputs for the action taken next.</param>
    /// <param name="target">Receives <see cref="Width"/> numbers.</param>
    public abstract void Target(float reward, float discount, ReadOnlySpan<float> next, Span<float> target);

    /// <summary>How far the network is from its targets: [rows].</summary>
    /// <param name="outputs">[rows, Width], for the actions taken.</param>
    /// <param name="targets">[rows, Width].</param>
    /// <param name="errors">Receives the size of each row's error, from which priorities are made.</param>
    public abstract Tensor Loss(Tensor outputs, Tensor targets, Span<float> errors);

    /// <summary>The expected return of each row: [rows].</summary>
    /// <param name="blocks">[rows, Width], the numbers that describe an action.</param>
    protected abstract Tensor Average(Tensor blocks);

    /// <summary>The allowed action of the largest expected return, the first one where several are equal.</summary>
    /// <param name="outputs">[actions, Width].</param>
    /// <param name="mask">Which actions are allowed; all where it is empty or forbids everything.</param>
    /// <param name="values">Receives the expected returns, one per action.</param>
    public int Best(ReadOnlySpan<float> outputs, ReadOnlySpan<bool> mask, Span<float> values)
    {
        Expect(outputs, values);
        return BestOf(values, mask);
    }

    /// <summary>The allowed action of the largest value, the first one where several are equal.</summary>
    /// <param name="values">One number per action.</param>
    /// <param name="mask">Which actions are allowed; all where it is empty or forbids everything.</param>
    public static int BestOf(ReadOnlySpan<float> values, ReadOnlySpan<bool> mask)
    {
        int best = Math.Max(0, mask.IndexOf(true));
        bool isFree = mask.IndexOf(true) < 0;
        for (int action = best + 1; action < values.Length; action++)
        {
            best = (isFree || mask[action]) && values[action] > values[best] ? action : best;
        }

        return best;
    }
}
