namespace GymSharp.Neural.Serialization;

/// <summary>Parameters between their order in memory and PyTorch's.</summary>
internal static class PublishedForm
{
    /// <summary>The published shape.</summary>
    public static int[] ShapeOf(Parameter parameter)
    {
        int[] shape = parameter.Shape.ToArray();
        return parameter.Layout switch
        {
            ParameterLayout.TransposedMatrix => [shape[1], shape[0]],
            ParameterLayout.Convolution => [shape[3], shape[2], shape[0], shape[1]],
            _ => shape,
        };
    }

    /// <summary>From the order in memory to the published one.</summary>
    public static void Write(Parameter parameter, ReadOnlySpan<float> memory, Span<float> published)
    {
        for (int i = 0; i < memory.Length; i++)
        {
            published[Place(parameter, i)] = memory[i];
        }
    }

    /// <summary>From the published order to that in memory.</summary>
    public static void Read(Parameter parameter, ReadOnlySpan<float> published, Span<float> memory)
    {
        for (int i = 0; i < memory.Length; i++)
        {
            memory[i] = published[Place(parameter, i)];
        }
    }

    private static int Place(Parameter parameter, int index)
    {
        Shape shape = parameter.Shape;
        if (parameter.Layout == ParameterLayout.Plain)
        {
            return index;
        }

        int outputs = shape[shape.Rank - 1];
        int output = index % outputs;
        int rest = index / outputs;
        if (parameter.Layout == ParameterLayout.TransposedMatrix)
        {
            return (output * shape[0]) + rest;
        }

        int input = rest % shape[2];
        int place = rest / shape[2];
        return (((output * shape[2]) + input) * shape[0] * shape[1]) + place;
    }
}
