using GymSharp.Randomness;

namespace GymSharp.Learning.Views;

/// <summary>Which actions an environment allows now, from the entry <c>action_mask</c> of its info.</summary>
internal static class ActionMask
{
    private const string Key = "action_mask";

    /// <summary>Entries of the mask in an info, or 0 where it has none.</summary>
    public static int Length(Info info) => info.TryGetValue(Key, out object? mask)
        ? mask switch
        {
            sbyte[] numbers => numbers.Length,
            bool[] bits => bits.Length,
            _ => 0,
        }
        : 0;

    /// <summary>Writes the mask of an info; everything is allowed where it has none.</summary>
    public static void Read(Info info, Span<bool> mask)
    {
        if (mask.IsEmpty)
        {
            return;
        }

        info.TryGetValue(Key, out object? value);
        if (value is bool[] bits)
        {
            bits.CopyTo(mask);
        }
        else if (value is sbyte[] numbers)
        {
            for (int i = 0; i < mask.Length; i++)
            {
                mask[i] = numbers[i] != 0;
            }
        }
        else
        {
            mask.Fill(true);
        }
    }

    /// <summary>A mask where it is to be used and fits; nothing, so that all is allowed, elsewhere.</summary>
    /// <param name="isUsed">Whether masks are used at all.</param>
    /// <param name="mask">The mask of an environment.</param>
    /// <param name="count">Number of choices.</param>
    public static ReadOnlySpan<bool> Fitting(bool isUsed, ReadOnlySpan<bool> mask, int count) =>
        isUsed && mask.Length == count ? mask : [];

    /// <summary>One of the allowed actions, each as likely as any other.</summary>
    /// <param name="mask">Which are allowed; all where it is empty or forbids everything.</param>
    /// <param name="count">Number of actions.</param>
    /// <param name="rng">Draws.</param>
    public static int Draw(ReadOnlySpan<bool> mask, int count, Rng rng)
    {
        int allowed = mask.Count(true);
        int left = (int)rng.Integers(0, allowed > 0 ? allowed : count);
        if (allowed == 0)
        {
            return left;
        }

        int action = mask.IndexOf(true);
        for (; left > 0; left--)
        {
            action += 1 + mask[(action + 1)..].IndexOf(true);
        }

        return action;
    }
}
