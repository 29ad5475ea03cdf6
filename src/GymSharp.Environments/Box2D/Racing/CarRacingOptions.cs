// The option's name on the command line is the one to show, not that of a parameter.
#pragma warning disable MA0015

namespace GymSharp.Environments.Box2D;

/// <summary>What can be chosen about a race.</summary>
public sealed record CarRacingOptions
{
    /// <summary>Share of the tiles that makes a lap when the car is back at the first tile, 0 to 1.</summary>
    /// <value>The default is 0.95.</value>
    public double LapCompletePercent { get; init; } = 0.95;

    /// <summary>Whether road and ground have other colours in every episode.</summary>
    /// <value>The default is false.</value>
    public bool DomainRandomize { get; init; }

    /// <summary>Whether each new track is logged.</summary>
    /// <value>The default is false.</value>
    public bool Verbose { get; init; }

    /// <summary>How the environment renders: not at all, or as RGB pictures.</summary>
    /// <value>The default is <see cref="RenderMode.None"/>.</value>
    public RenderMode RenderMode { get; init; }

    /// <summary>Refuses what is impossible.</summary>
    /// <exception cref="ArgumentException">The share is not a number.</exception>
    internal void Check()
    {
        if (double.IsNaN(LapCompletePercent))
        {
            throw new ArgumentException("lap_complete_percent is not a number; give a share from 0 to 1.");
        }
    }
}
