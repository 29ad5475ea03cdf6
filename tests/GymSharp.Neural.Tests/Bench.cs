namespace GymSharp.Neural.Tests;

/// <summary>A tape without parameters, for looking at values.</summary>
internal sealed class Bench : IDisposable
{
    private readonly ParameterSet set = new();

    public Bench() => Tape = new Tape(set);

    public Tape Tape { get; }

    /// <summary>A batch of one row.</summary>
    public Tensor Row(float[] values) => Tape.Input(values, new Shape(1, values.Length));

    public void Dispose()
    {
        Tape.Dispose();
        set.Dispose();
    }
}
