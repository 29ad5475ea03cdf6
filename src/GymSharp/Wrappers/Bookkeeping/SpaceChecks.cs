using GymSharp.Spaces;

namespace GymSharp.Wrappers;

/// <summary>
/// Whether spaces make sense; Gymnasium's passive checks as far as the constructors do not make them already.
/// </summary>
internal static class SpaceChecks
{
    /// <summary>Warns about boxes without extent and refuses empty tuples and dictionaries.</summary>
    /// <param name="space">The space.</param>
    /// <param name="role">"observation" or "action".</param>
    /// <exception cref="ArgumentException">A tuple or dictionary space is empty.</exception>
    public static void Check(Space space, string role)
    {
        switch (space)
        {
            case IBox box:
                CheckBox(box, role);
                break;
            case TupleSpace tuple:
                RefuseEmpty(tuple.Spaces.Count, "Tuple", role);
                foreach (Space part in tuple.Spaces)
                {
                    Check(part, role);
                }

                break;
            case DictSpace dict:
                RefuseEmpty(dict.Spaces.Count, "Dict", role);
                foreach (KeyValuePair<string, Space> entry in dict.Spaces)
                {
                    Check(entry.Value, role);
                }

                break;
        }
    }

    private static void CheckBox(IBox box, string role)
    {
        double[] low = ArrayConvert.To<double>(box.LowValues);
        double[] high = ArrayConvert.To<double>(box.HighValues);
        for (int i = 0; i < low.Length; i++)
        {
            if (low[i] == high[i])
            {
                GymLog.Warn($"A Box {role} space maximum and minimum values are equal.");
                return;
            }
        }
    }

    private static void RefuseEmpty(int count, string kind, string role)
    {
        if (count == 0)
        {
            throw new ArgumentException(
                $"An empty {kind} {role} space is not allowed. Give it at least one part.",
                nameof(count));
        }
    }
}
