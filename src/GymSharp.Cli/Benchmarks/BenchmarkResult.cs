namespace GymSharp.Cli.Benchmarks;

/// <summary>One line of the benchmark.</summary>
/// <param name="Name">What was measured.</param>
/// <param name="Value">The figure.</param>
/// <param name="Unit">Its unit.</param>
/// <param name="Reference">What it is compared with, in the same unit.</param>
internal readonly record struct BenchmarkResult(string Name, double Value, string Unit, double Reference)
{
    public double Ratio => Value / Reference;
}
