namespace GymSharp.Vector.Wrappers;

/// <summary>Splits batched infos into one info per environment, those that other wrappers added included.</summary>
/// <typeparam name="TObservation">Element type of the observations.</typeparam>
/// <typeparam name="TAction">Element type of the actions.</typeparam>
/// <param name="envs">The batch to wrap; disposed with this one. This wrapper should be the outermost.</param>
/// <remarks>
/// Entries have the element type of the batched arrays. An array of one element per environment is taken for numbers.
/// </remarks>
public sealed class DictInfoToList<TObservation, TAction>(VectorEnv<TObservation, TAction> envs)
    : VectorWrapper<TObservation, TAction>(envs)
    where TObservation : notnull
    where TAction : notnull
{
    /// <summary>The infos of the last reset or step, one per environment; built when asked for.</summary>
    public IReadOnlyList<Info> Infos() => Split(BatchInfo());

    private Info[] Split(Info batched)
    {
        Info[] infos = new Info[NumEnvs];
        Array.Fill(infos, Info.Empty);
        foreach (KeyValuePair<string, object> entry in batched)
        {
            if (entry.Key.StartsWith('_'))
            {
                continue;
            }

            bool[]? mask = batched.TryGetValue("_" + entry.Key, out object? found) ? (bool[])found : null;
            Info[]? nested = entry.Value is Info inner ? Split(inner) : null;
            for (int i = 0; i < infos.Length; i++)
            {
                if (mask is null || mask[i])
                {
                    infos[i] = infos[i].With(
                        entry.Key, nested is null ? InfoRows.Row((Array)entry.Value, i, NumEnvs)! : nested[i]);
                }
            }
        }

        return infos;
    }
}
