namespace GymSharp.Neural.Layers;

/// <summary>A layer with a memory: it maps sequences, and hands a state from step to step.</summary>
/// <remarks>Rows of sequences are time-major: all environments' first steps, then all their second steps, …</remarks>
public abstract class Recurrent
{
    private protected Recurrent(int hidden, int stateSize)
    {
        Hidden = hidden;
        StateSize = stateSize;
    }

    /// <summary>Numbers per row that come out.</summary>
    public int Hidden { get; }

    /// <summary>Numbers of a state; a new episode begins with zeros.</summary>
    public int StateSize { get; }

    /// <summary>Maps sequences, one or more steps long.</summary>
    /// <param name="input">Rows of all steps, [steps · n, inputs].</param>
    /// <param name="state">State before the first step, [n, StateSize].</param>
    /// <param name="starts">
    /// Per row, whether an episode starts there; the state is zero then, and no gradient flows to the step before.
    /// </param>
    /// <returns>Outputs of all steps, [steps · n, Hidden], and the state after the last one, [n, StateSize].</returns>
    /// <exception cref="ArgumentException">The sizes do not fit.</exception>
    public abstract (Tensor Output, Tensor State) Forward(Tensor input, Tensor state, ReadOnlySpan<bool> starts);
}
