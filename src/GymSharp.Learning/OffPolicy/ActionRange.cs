using GymSharp.Neural;
using GymSharp.Spaces;

namespace GymSharp.Learning.OffPolicy;

/// <summary>Turns actions between -1 and 1, which networks give and remember, into those of a Box.</summary>
internal sealed class ActionRange
{
    private readonly float[] middle;
    private readonly float[] half;

    private ActionRange(double[] low, double[] high)
    {
        middle = [.. low.Zip(high, (least, most) => (float)((least + most) / 2))];
        half = [.. low.Zip(high, (least, most) => (float)((most - least) / 2))];
    }

    /// <summary>Numbers in an action.</summary>
    public int Size => half.Length;

    /// <summary>The range of a space.</summary>
    /// <exception cref="ArgumentException">It is no Box of floating-point numbers, or it has no bounds.</exception>
    public static ActionRange Of(Space space)
    {
        (double[] low, double[] high) = space switch
        {
            Box<float> box => (box.Low.Select(bound => (double)bound).ToArray(),
                box.High.Select(bound => (double)bound).ToArray()),
            Box<double> box => ([.. box.Low], [.. box.High]),
            _ => throw new ArgumentException(
                $"This algorithm chooses numbers between bounds, a Box; the actions are {space}. Use dqn for Discrete "
                + "actions, or ppo for any.",
                nameof(space)),
        };
        return low.Concat(high).All(double.IsFinite)
            ? new(low, high)
            : throw new ArgumentException(
                $"This algorithm needs actions with finite bounds, got {space}. Put a wrapper with bounds around the "
                + "environment, or use ppo.",
                nameof(space));
    }

    /// <summary>Actions of the Box.</summary>
    /// <param name="actions">Between -1 and 1, row after row.</param>
    /// <param name="results">Receives as many numbers.</param>
    public void Stretch(ReadOnlySpan<float> actions, Span<float> results)
    {
        for (int i = 0; i < actions.Length; i++)
        {
            results[i] = middle[i % half.Length] + (actions[i] * half[i % half.Length]);
        }
    }

    /// <summary>The same on a tape.</summary>
    /// <param name="actions">Between -1 and 1, [rows, actions].</param>
    public Tensor Stretch(Tensor actions) =>
        (actions * actions.Tape.Input(half)) + actions.Tape.Input(middle);
}
