namespace GymSharp.Vector;

/// <summary>
/// Memory for what one step of a <see cref="VectorEnv{TObservation, TAction}"/> gives; made once, filled by every step.
/// </summary>
/// <typeparam name="TObservation">Element type of the observations.</typeparam>
public sealed class StepBatch<TObservation>
    where TObservation : notnull
{
    /// <summary>Makes the memory; <see cref="VectorEnv{TObservation, TAction}.CreateBatch"/> knows the sizes.</summary>
    /// <param name="numEnvs">Number of environments, at least 1.</param>
    /// <param name="observationSize">Elements of one observation.</param>
    /// <param name="observations">
    /// An array of the caller's own that receives the observations, or null to have one made.
    /// </param>
    /// <exception cref="ArgumentException">The array has another length than all observations together.</exception>
    public StepBatch(int numEnvs, int observationSize, TObservation[]? observations = null)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(numEnvs, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(observationSize, 0);
        Observations = observations ?? new TObservation[checked(numEnvs * observationSize)];
        BatchLength.Check(Observations.Length, numEnvs, observationSize, "observations", nameof(observations));
        NumEnvs = numEnvs;
        ObservationSize = observationSize;
        FinalObservations = new TObservation[Observations.Length];
        Rewards = new double[numEnvs];
        Terminated = new bool[numEnvs];
        Truncated = new bool[numEnvs];
    }

    /// <summary>Number of environments.</summary>
    public int NumEnvs { get; }

    /// <summary>Elements of one observation.</summary>
    public int ObservationSize { get; }

    /// <summary>The observations, one row of <see cref="ObservationSize"/> elements per environment.</summary>
    public TObservation[] Observations { get; }

    /// <summary>
    /// The true last observations of the episodes that this step ended, in the rows of those environments, under
    /// <see cref="AutoresetMode.SameStep"/>. The other rows hold nothing of interest.
    /// </summary>
    public TObservation[] FinalObservations { get; }

    /// <summary>One reward per environment; a float32 reward as the double of the same value.</summary>
    public double[] Rewards { get; }

    /// <summary>Whether the task of an environment ended in this step.</summary>
    public bool[] Terminated { get; }

    /// <summary>Whether the episode of an environment was cut off in this step.</summary>
    public bool[] Truncated { get; }

    /// <summary>Whether the episode of an environment is over, for either reason.</summary>
    public bool DoneAt(int index) => Terminated[index] | Truncated[index];

    /// <summary>The observation of one environment.</summary>
    public Span<TObservation> ObservationAt(int index) =>
        Observations.AsSpan(index * ObservationSize, ObservationSize);

    /// <summary>The true last observation of one environment; see <see cref="FinalObservations"/>.</summary>
    public Span<TObservation> FinalObservationAt(int index) =>
        FinalObservations.AsSpan(index * ObservationSize, ObservationSize);

    /// <summary>Copies rewards and ends, which wrappers of observations pass on.</summary>
    internal void TakeOutcome<TOther>(StepBatch<TOther> other)
        where TOther : notnull
    {
        other.Rewards.CopyTo(Rewards, 0);
        other.Terminated.CopyTo(Terminated, 0);
        other.Truncated.CopyTo(Truncated, 0);
    }
}
