using GymSharp.Learning.Options;

namespace GymSharp.Learning.Planning;

/// <summary>Options of value iteration and policy iteration.</summary>
public sealed record PlanningOptions
{
    /// <summary>γ: worth of the next step's value.</summary>
    /// <value>The default is 0.99.</value>
    [Option("discount γ", Least = 0, Most = 1)]
    public double Gamma { get; init; } = 0.99;

    /// <summary>A sweep that changes no value by more than this is the last one.</summary>
    /// <value>The default is 1e-10.</value>
    [Option("a sweep that changes no value by more than this is the last", Above = 0)]
    public double Tolerance { get; init; } = 1e-10;

    /// <summary>Sweeps after which a computation that does not converge is given up.</summary>
    /// <value>The default is 100,000.</value>
    [Option("sweeps after which to give up", Least = 1)]
    public int MaxSweeps { get; init; } = 100_000;
}
