namespace GymSharp.Environments.MinAtar;

/// <summary>How a MinAtar game is put before an agent.</summary>
public sealed record MinAtarOptions
{
    /// <summary>Probability in [0, 1] that the previous action is repeated in place of the one given.</summary>
    /// <value>The default is 0.1.</value>
    public double StickyActionProbability { get; init; } = 0.1;

    /// <summary>Whether the agent chooses among <see cref="MinAtarGame.MinimalActions"/> only.</summary>
    /// <value>The default is false: all six actions.</value>
    public bool UseMinimalActionSet { get; init; }

    /// <summary>How the environment renders: not at all, or as RGB pictures.</summary>
    /// <value>The default is <see cref="RenderMode.None"/>.</value>
    public RenderMode RenderMode { get; init; }
}
