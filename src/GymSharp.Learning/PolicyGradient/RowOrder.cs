namespace GymSharp.Learning.PolicyGradient;

/// <summary>The order in which samples are gone through.</summary>
internal static class RowOrder
{
    /// <summary>The numbers from 0 on.</summary>
    public static int[] Of(int count)
    {
        int[] order = new int[count];
        Restart(order);
        return order;
    }

    /// <summary>Puts them in order again, so that a shuffle does not depend on those before.</summary>
    public static void Restart(Span<int> order)
    {
        for (int i = 0; i < order.Length; i++)
        {
            order[i] = i;
        }
    }
}
