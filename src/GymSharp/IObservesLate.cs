namespace GymSharp;

/// <summary>
/// An environment whose observations cost much, and that can take a step without one when told that nobody will look.
/// </summary>
/// <typeparam name="TObservation">Type of the observations.</typeparam>
/// <remarks>What follows a step does not depend on whether it was observed.</remarks>
public interface IObservesLate<TObservation>
    where TObservation : notnull
{
    /// <summary>
    /// Whether steps leave their observations out: what they return in their place has the right shape and any content.
    /// </summary>
    /// <value>The default is no. Resets always observe.</value>
    bool IsUnobserved { get; set; }

    /// <summary>The observation of the present state.</summary>
    /// <param name="reuse">An observation that may be overwritten and returned; null to have a new one.</param>
    /// <exception cref="ResetNeededException">No episode was started.</exception>
    TObservation Observe(TObservation? reuse);
}
