using System.Numerics;
using System.Runtime.InteropServices;

namespace GymSharp.Environments.ClassicControl;

/// <summary>Checks the actions of a whole batch before anything moves.</summary>
internal static class BatchActions
{
    /// <summary>Refuses integers outside [0, count).</summary>
    /// <exception cref="InvalidActionException">There is one; the message says where.</exception>
    public static void CheckDiscrete(ReadOnlySpan<int> actions, int count)
    {
        int at = actions.IndexOfAnyExceptInRange(0, count - 1);
        if (at >= 0)
        {
            throw new InvalidActionException(
                $"The action {actions[at]} of environment {at} is not in Discrete({count}). Give 0 to {count - 1}.");
        }
    }

    /// <summary>Refuses what is not a number; numbers beyond the bounds are moved to them later.</summary>
    /// <exception cref="InvalidActionException">There is one; the message says where.</exception>
    public static void CheckNumbers(ReadOnlySpan<float> actions)
    {
        ReadOnlySpan<Vector<float>> vectors = MemoryMarshal.Cast<float, Vector<float>>(actions);
        bool valid = true;
        foreach (Vector<float> vector in vectors)
        {
            valid &= System.Numerics.Vector.EqualsAll(vector, vector);
        }

        foreach (float action in actions[(vectors.Length * Vector<float>.Count)..])
        {
            valid &= !float.IsNaN(action);
        }

        if (!valid)
        {
            int at = 0;
            while (!float.IsNaN(actions[at]))
            {
                at++;
            }

            throw new InvalidActionException(
                $"The action of environment {at} is NaN. Give a number; one beyond the bounds is moved to the bound.");
        }
    }
}
