using System.Collections;

namespace GymSharp.Learning;

/// <summary>Everything that happened in some episodes, step by step: what a first agent is trained on.</summary>
/// <typeparam name="TObservation">Type of the observations.</typeparam>
/// <typeparam name="TAction">Type of the actions.</typeparam>
public sealed class History<TObservation, TAction> : IReadOnlyList<HistoryEntry<TObservation, TAction>>
{
    private readonly List<HistoryEntry<TObservation, TAction>> entries = [];

    /// <inheritdoc/>
    public int Count => entries.Count;

    /// <inheritdoc/>
    public HistoryEntry<TObservation, TAction> this[int index] => entries[index];

    /// <summary>Appends a step.</summary>
    public void Add(HistoryEntry<TObservation, TAction> entry) => entries.Add(entry);

    /// <summary>Forgets everything.</summary>
    public void Clear() => entries.Clear();

    /// <summary>The steps of each episode, in order.</summary>
    public IEnumerable<IReadOnlyList<HistoryEntry<TObservation, TAction>>> Episodes() =>
        entries.GroupBy(entry => entry.Episode).Select(episode => episode.ToArray());

    /// <inheritdoc/>
    public IEnumerator<HistoryEntry<TObservation, TAction>> GetEnumerator() => entries.GetEnumerator();

    /// <inheritdoc/>
    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}
