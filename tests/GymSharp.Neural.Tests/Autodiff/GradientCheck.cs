using GymSharp.Randomness;

namespace GymSharp.Neural.Tests.Autodiff;

/// <summary>
/// Compares backward passes with differences of the function itself: with f(x ± h) and f(x ± 2h), whose error is of the
/// fourth order in h. The outputs are weighted and summed in double precision.
/// </summary>
internal static class GradientCheck
{
    private const float Step = 1f / 64;
    private const double Tolerance = 2e-3;

    /// <summary>Checks the gradient of every element of every input.</summary>
    /// <param name="function">From the inputs to a tensor of any shape.</param>
    /// <param name="inputs">Shape and values of each input; the function must be smooth within 1/32 of them.</param>
    public static void Run(Func<Tensor[], Tensor> function, params (Shape Shape, float[] Values)[] inputs)
    {
        using ParameterSet set = new();
        Parameter[] parameters = [.. inputs.Select((input, i) => set.Add($"input{i}", input.Shape))];
        for (int i = 0; i < inputs.Length; i++)
        {
            inputs[i].Values.CopyTo(parameters[i].In(set));
        }

        set.MarkChanged();
        Run(set, tape => function([.. parameters.Select(tape.Use)]));
    }

    /// <summary>Checks the gradient of every parameter of a set.</summary>
    public static void Run(ParameterSet set, Func<Tape, Tensor> function, double tolerance = Tolerance)
    {
        using Tape tape = new(set);
        Tensor output = function(tape);
        float[] weights = new float[output.Shape.Length];
        new Rng(77).StandardNormal(weights);
        Tensor loss = (output * tape.Input(weights, output.Shape)).Sum();

        // What was there before does not count once it is cleared.
        foreach (Parameter parameter in set.Parameters)
        {
            parameter.In(tape.Gradients).Fill(float.NaN);
        }

        tape.Gradients.Clear();
        tape.Backward(loss);
        foreach (Parameter parameter in set.Parameters)
        {
            for (int i = 0; i < parameter.Shape.Length; i++)
            {
                double expected = Slope(set, tape, function, weights, parameter.Offset + i);
                double found = parameter.In(tape.Gradients)[i];
                Assert.True(
                    Math.Abs(expected - found) <= tolerance * Math.Max(1, Math.Abs(expected)),
                    $"{parameter.Name}[{i}]: differences give {expected}, the backward pass {found}.");
            }
        }
    }

    /// <summary>Normally distributed values.</summary>
    public static float[] Normal(int count, ulong seed = 1)
    {
        float[] values = new float[count];
        new Rng(seed).StandardNormal(values);
        return values;
    }

    private static double Slope(ParameterSet set, Tape tape, Func<Tape, Tensor> function, float[] weights, int index)
    {
        float kept = set.Values[index];
        double At(float x)
        {
            set.Values[index] = x;
            set.MarkChanged();
            tape.Clear();
            tape.IsRecording = false;
            ReadOnlySpan<float> values = function(tape).Values;
            double sum = 0;
            for (int i = 0; i < values.Length; i++)
            {
                sum += (double)values[i] * weights[i];
            }

            return sum;
        }

        float h = Step;
        double slope = ((8 * (At(kept + h) - At(kept - h))) - (At(kept + (2 * h)) - At(kept - (2 * h)))) / (12 * h);
        At(kept);
        return slope;
    }
}
