using GymSharp.Neural.Kernels;

namespace GymSharp.Neural.Autodiff;

/// <summary>What recurrent operations share on the way back.</summary>
internal static unsafe class Recurrence
{
    /// <summary>Hands the gradient of the hidden state to the step before, except where an episode started.</summary>
    /// <param name="starts">Per row, whether an episode started.</param>
    /// <param name="hidden">Gradient of the hidden state that went in, [n, H].</param>
    /// <param name="carried">Gradient of the state, [n, parts · H]; the first H of each row are written.</param>
    /// <param name="sizes">n, H and the parts of a state.</param>
    public static void Carry(bool* starts, float* hidden, float* carried, (int Batch, int Hidden, int Parts) sizes)
    {
        for (int i = 0; i < sizes.Batch; i++)
        {
            Span<float> target = new(carried + ((nint)i * sizes.Parts * sizes.Hidden), sizes.Hidden);
            if (starts[i])
            {
                target.Clear();
            }
            else
            {
                new ReadOnlySpan<float>(hidden + ((nint)i * sizes.Hidden), sizes.Hidden).CopyTo(target);
            }
        }
    }

    /// <summary>Adds the gradient of the weight (B), all steps at once.</summary>
    public static void AddWeight(Tape tape, in Node node, Matrix changes, Matrix entering)
    {
        float* weight = tape.GradientOf(node.B);
        if (weight != null)
        {
            Matrix target = new(weight, entering.Columns, changes.Columns);
            Gemm.Run(tape.Team, entering.Transposed(), changes, target, accumulate: true, byRows: true);
        }
    }

    /// <summary>Adds where there is somewhere to add.</summary>
    public static void AddTo(float* target, float* gradient, int length)
    {
        if (target != null)
        {
            Rearranging.AddTo(target, gradient, length);
        }
    }
}
