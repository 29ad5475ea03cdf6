using System.Runtime.CompilerServices;
using GymSharp.State;

namespace GymSharp.Environments.MinAtar;

/// <summary>Reads and writes integers of known range, so that a damaged state is refused before it is played.</summary>
internal static class RangeSync
{
    /// <summary>Reads or writes an integer.</summary>
    /// <exception cref="StateFormatException">The integer read is out of range.</exception>
    public static void Range(
        this StateSync sync,
        ref int value,
        int low,
        int high,
        [CallerArgumentExpression(nameof(value))] string name = "")
    {
        sync.Sync(ref value);
        if (sync.IsReading && (value < low || value > high))
        {
            throw new StateFormatException(
                $"The saved state is damaged: {name} is {value}, but lies between {low} and {high} in every game.");
        }
    }

    /// <summary>Reads or writes a column or a row of the grid.</summary>
    /// <exception cref="StateFormatException">It lies outside the grid.</exception>
    public static void Cell(
        this StateSync sync, ref int value, [CallerArgumentExpression(nameof(value))] string name = "") =>
        sync.Range(ref value, 0, MinAtarGame.Size - 1, name);

    /// <summary>Reads or writes a direction, -1 or 1.</summary>
    /// <exception cref="StateFormatException">It is something else.</exception>
    public static void Sign(
        this StateSync sync, ref int value, [CallerArgumentExpression(nameof(value))] string name = "")
    {
        sync.Range(ref value, -1, 1, name);
        if (sync.IsReading && value == 0)
        {
            throw new StateFormatException(
                $"The saved state is damaged: the direction {name} is 0, but must be -1 or 1.");
        }
    }
}
