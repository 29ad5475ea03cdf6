namespace GymSharp.Rendering.Plotting;

/// <summary>One line of a <see cref="Plot"/>, perhaps with a band around it.</summary>
/// <param name="Label">Name in the legend; an empty one leaves the line out of the legend.</param>
/// <param name="X">Horizontal values.</param>
/// <param name="Y">Vertical values, as many; a value that is not finite leaves a gap.</param>
public sealed record PlotSeries(string Label, double[] X, double[] Y)
{
    /// <summary>Half the height of the band at every point, for example a standard deviation; null for no
    /// band.</summary>
    public double[]? Spread { get; init; }

    /// <summary>Colour of the line and, paler, of the band; null takes the next of
    /// <see cref="Plot.Palette"/>.</summary>
    public Color? Color { get; init; }

    /// <summary>Thickness of the line in pixels.</summary>
    public double Thickness { get; init; } = 2;

    internal bool IsFiniteAt(int index) => double.IsFinite(X[index]) && double.IsFinite(Y[index]);

    internal double SpreadAt(int index) =>
        Spread is not null && double.IsFinite(Spread[index]) ? Math.Abs(Spread[index]) : 0;
}
