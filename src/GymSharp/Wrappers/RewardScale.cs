using GymSharp.State;

namespace GymSharp.Wrappers;

/// <summary>
/// The running standard deviation of discounted returns; what the single and the vector form of reward normalisation
/// share.
/// </summary>
internal sealed class RewardScale
{
    private bool updates = true;

    /// <summary>Starts without a return.</summary>
    /// <param name="gamma">Discount factor of the return, in [0, 1].</param>
    /// <param name="epsilon">Added to the variance; above 0.</param>
    /// <exception cref="ArgumentOutOfRangeException">An argument is out of its range.</exception>
    public RewardScale(double gamma, double epsilon)
    {
        if (!(gamma >= 0.0 && gamma <= 1.0))
        {
            throw new ArgumentOutOfRangeException(
                nameof(gamma), $"`gamma` should be in the interval [0, 1]. Received {gamma}.");
        }

        if (!(epsilon > 0.0))
        {
            throw new ArgumentOutOfRangeException(
                nameof(epsilon), $"`epsilon` should be strictly positive. Received {epsilon}.");
        }

        Gamma = gamma;
        Epsilon = epsilon;
    }

    /// <summary>Discount factor of the return.</summary>
    public double Gamma { get; }

    /// <summary>Added to the variance.</summary>
    public double Epsilon { get; }

    /// <summary>Whether further returns change the statistics.</summary>
    public bool Updates
    {
        get => updates;
        set => updates = value;
    }

    /// <summary>The statistics of the discounted return.</summary>
    public RunningMoments<double> Moments { get; } = new(1);

    /// <summary>What rewards are divided by.</summary>
    public double Deviation => Math.Sqrt(Moments.Variance[0] + Epsilon);

    /// <summary>Reads or writes the statistics.</summary>
    public void SyncState(StateSync sync)
    {
        Moments.SyncState(sync);
        sync.Sync(ref updates);
    }
}
