namespace GymSharp.Environments.ClassicControl;

/// <summary>What a batch needs to know of a task.</summary>
/// <typeparam name="TAction"><c>int</c> or <c>float</c>.</typeparam>
internal interface IBatchTask<TAction>
    where TAction : unmanaged
{
    /// <summary>Numbers in the state of one environment.</summary>
    int StateLength { get; }

    /// <summary>Numbers in one observation.</summary>
    int ObservationLength { get; }

    /// <summary>Refuses actions outside the action space.</summary>
    /// <exception cref="InvalidActionException">There is one; the message names it.</exception>
    void CheckActions(ReadOnlySpan<TAction> actions);

    /// <summary>Steps as many environments as the vector has lanes.</summary>
    /// <param name="state">The first of them in the first column of the state.</param>
    /// <param name="stride">Distance between columns of the state.</param>
    /// <param name="actions">The action of the first of them.</param>
    /// <param name="columns">
    /// Receives the observations by column, which are <see cref="BatchEngine{TAction}.BlockLength"/> apart.
    /// </param>
    /// <param name="rewards">Receives the rewards.</param>
    /// <returns>Which of them terminated.</returns>
    TMask Step<T, TMask>(ref double state, int stride, ref TAction actions, ref float columns, ref float rewards)
        where T : struct, ILanes<T, TMask>
        where TMask : struct;

    /// <summary>Starts an episode of one environment: draws its state and shows it.</summary>
    /// <param name="random">The generator of the environment.</param>
    /// <param name="state">The environment in the first column of the state.</param>
    /// <param name="stride">Distance between columns of the state.</param>
    /// <param name="observation">Receives the observation.</param>
    void Restart(ref SplitMix64 random, ref double state, int stride, ref float observation);
}
