namespace GymSharp.Learning.Views;

/// <summary>Chooses the best action for an observation as networks see it.</summary>
public interface IRowPolicy
{
    /// <summary>Numbers in an observation.</summary>
    int ObservationSize { get; }

    /// <summary>Numbers in an action.</summary>
    int ActionSize { get; }

    /// <summary>An episode begins: what was remembered of the last one is forgotten.</summary>
    void Begin()
    {
    }

    /// <summary>The best action.</summary>
    /// <param name="observation">A row of <see cref="ObservationSize"/> numbers.</param>
    /// <param name="mask">Which choices are allowed; empty for all.</param>
    /// <param name="action">Receives <see cref="ActionSize"/> numbers.</param>
    void Act(ReadOnlySpan<float> observation, ReadOnlySpan<bool> mask, Span<float> action);
}
