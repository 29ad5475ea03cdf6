using GymSharp.Randomness;

namespace GymSharp.Neural.Initialization;

/// <summary>Parameters of recurrent layers.</summary>
internal static class Gates
{
    /// <summary>Adds weights and biases of all gates, named as in PyTorch, uniform in ±1/√hidden.</summary>
    public static (Parameter InputWeight, Parameter HiddenWeight, Parameter InputBias, Parameter HiddenBias) Add(
        ParameterSet set, string name, (int Inputs, int Hidden) sizes, int gates, Rng rng)
    {
        ArgumentNullException.ThrowIfNull(rng);
        ArgumentOutOfRangeException.ThrowIfLessThan(Math.Min(sizes.Inputs, sizes.Hidden), 1, nameof(sizes));
        int width = gates * sizes.Hidden;
        Parameter Make(string part, Shape shape)
        {
            ParameterLayout layout = shape.Rank == 2 ? ParameterLayout.TransposedMatrix : ParameterLayout.Plain;
            Parameter parameter = set.Add($"{name}.{part}", shape, layout);
            double bound = 1 / Math.Sqrt(sizes.Hidden);
            foreach (ref float value in parameter.In(set))
            {
                value = (float)rng.Uniform(-bound, bound);
            }

            set.MarkChanged();
            return parameter;
        }

        return (
            Make("weight_ih_l0", new Shape(sizes.Inputs, width)),
            Make("weight_hh_l0", new Shape(sizes.Hidden, width)),
            Make("bias_ih_l0", new Shape(width)),
            Make("bias_hh_l0", new Shape(width)));
    }
}
