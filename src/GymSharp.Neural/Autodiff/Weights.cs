using GymSharp.Neural.Kernels;

namespace GymSharp.Neural.Autodiff;

/// <summary>Weights as the right side of products; panels of parameters are kept until they change.</summary>
internal static unsafe class Weights
{
    /// <summary>The weight, [inputs, outputs].</summary>
    public static RightMatrix Plain(Tape tape, in Node weight, int inputs, int outputs)
    {
        Matrix matrix = new(weight.Values, inputs, outputs);
        return weight.Op == Op.Parameter
            ? new RightMatrix(matrix, tape.Parameters.FormsOf(weight.I, inputs, outputs).Plain, tape.Parameters.Version)
            : matrix;
    }

    /// <summary>The transposed weight, [outputs, inputs].</summary>
    public static RightMatrix Turned(Tape tape, in Node weight, int inputs, int outputs)
    {
        Matrix matrix = new Matrix(weight.Values, inputs, outputs).Transposed();
        return weight.Op == Op.Parameter
            ? new RightMatrix(
                matrix, tape.Parameters.FormsOf(weight.I, inputs, outputs).Turned, tape.Parameters.Version)
            : matrix;
    }

    /// <summary>The transposed weight in one piece, [outputs, inputs].</summary>
    public static float* Transposed(Tape tape, in Node weight, int inputs, int outputs)
    {
        if (weight.Op == Op.Parameter)
        {
            return tape.Parameters.FormsOf(weight.I, inputs, outputs)
                .Transposed(weight.Values, tape.Parameters.Version);
        }

        float* result = tape.Take(inputs * outputs);
        Transposition.Run(weight.Values, outputs, result, inputs, (inputs, outputs));
        return result;
    }
}
