using GymSharp.Learning.Options;
using GymSharp.Learning.Schedules;

namespace GymSharp.Learning.Tabular;

/// <summary>Options that the tabular algorithms share.</summary>
public sealed record TabularOptions
{
    /// <summary>α: how far a value moves towards its target.</summary>
    /// <value>The default is 0.1.</value>
    [Option("step size α", Above = 0, Most = 1)]
    public double LearningRate { get; init; } = 0.1;

    /// <summary>α at the end of training; the step size falls in a straight line.</summary>
    /// <value>The default is the learning rate: it stays as it is.</value>
    [Option("step size at the end of training", Least = 0, Most = 1)]
    public double? LearningRateEnd { get; init; }

    /// <summary>γ: worth of the next step's value.</summary>
    /// <value>The default is 0.99.</value>
    [Option("discount γ", Least = 0, Most = 1)]
    public double Gamma { get; init; } = 0.99;

    /// <summary>First value of every table entry.</summary>
    /// <value>The default is 0.</value>
    [Option("first value of every table entry")]
    public double InitialValue { get; init; }

    /// <summary>ε at the beginning: share of random actions.</summary>
    /// <value>The default is 1.</value>
    [Option("share of random actions at the beginning", Least = 0, Most = 1)]
    public double EpsilonStart { get; init; } = 1;

    /// <summary>ε at the end.</summary>
    /// <value>The default is 0.05.</value>
    [Option("share of random actions at the end", Least = 0, Most = 1)]
    public double EpsilonEnd { get; init; } = 0.05;

    /// <summary>Part of the training after which ε has reached its end.</summary>
    /// <value>The default is 0.5.</value>
    [Option("part of the training over which ε falls", Above = 0, Most = 1)]
    public double ExplorationFraction { get; init; } = 0.5;

    /// <summary>How ε falls.</summary>
    /// <value>The default is linear.</value>
    [Option("how ε falls: constant, linear, exponential or cosine")]
    public ScheduleKind EpsilonSchedule { get; init; } = ScheduleKind.Linear;

    /// <summary>Bins per dimension where observations are a Box.</summary>
    /// <value>The default is 10.</value>
    [Option("bins per dimension of Box observations", Least = 2, Most = 1000)]
    public int Bins { get; init; } = 10;

    /// <summary>ε as a schedule over a training of a number of steps.</summary>
    public Schedule Epsilon(long trainingSteps) => new(
        EpsilonSchedule, EpsilonStart, EpsilonEnd, Math.Max(1, (long)(trainingSteps * ExplorationFraction)));

    /// <summary>α as a schedule over a training of a number of steps.</summary>
    public Schedule StepSize(long trainingSteps) => new(
        ScheduleKind.Linear, LearningRate, LearningRateEnd ?? LearningRate, Math.Max(1, trainingSteps));
}
