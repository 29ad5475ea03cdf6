using GymSharp.Tabular;

namespace GymSharp.Environments.ToyText;

/// <summary>Infos that tell the probability of what happened.</summary>
internal static class ProbabilityInfo
{
    /// <summary>One info per outcome of a table; outcomes of the same probability share theirs.</summary>
    public static Info[] PerOutcome(TransitionTable transitions)
    {
        Dictionary<double, Info> shared = [];
        Info[] infos = new Info[transitions.OutcomeCount];
        for (int i = 0; i < infos.Length; i++)
        {
            double probability = transitions[i].Probability;
            if (!shared.TryGetValue(probability, out Info? info))
            {
                shared[probability] = info = Info.Of("prob", probability);
            }

            infos[i] = info;
        }

        return infos;
    }
}
