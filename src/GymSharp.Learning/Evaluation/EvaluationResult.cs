namespace GymSharp.Learning.Evaluation;

/// <summary>What an agent earned over some episodes.</summary>
/// <param name="MeanReturn">Mean of the undiscounted returns.</param>
/// <param name="StdReturn">Their standard deviation (of the population).</param>
/// <param name="Min">The lowest.</param>
/// <param name="Max">The highest.</param>
/// <param name="MeanLength">Mean number of steps.</param>
/// <param name="Episodes">Number of episodes.</param>
public readonly record struct EvaluationResult(
    double MeanReturn, double StdReturn, double Min, double Max, double MeanLength, int Episodes)
{
    /// <summary>
    /// Share of the episodes at whose end the goal was reached, by the entry <c>is_success</c> or <c>success</c> of the
    /// last info; null where there is none.
    /// </summary>
    public double? SuccessRate { get; init; }
}
