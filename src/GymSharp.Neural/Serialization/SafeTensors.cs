using System.Buffers.Binary;
using System.Text.Json;

namespace GymSharp.Neural.Serialization;

/// <summary>
/// Writes the parameters of a network as a safetensors file, and reads them back. Shapes and order of numbers in the
/// file are PyTorch's: [outputs, inputs] for linear layers, [outputs, inputs, height, width] for convolutions.
/// </summary>
/// <remarks>
/// A linear layer that follows a convolution keeps the order height, width, channels of its inputs, where PyTorch has
/// channels first; such a file says so in its metadata: <c>flatten: nhwc</c>.
/// </remarks>
public static class SafeTensors
{
    /// <summary>Writes all parameters of a set.</summary>
    /// <param name="stream">Where to.</param>
    /// <param name="set">The parameters.</param>
    /// <param name="metadata">Texts to go with them, or null.</param>
    public static void Write(Stream stream, ParameterSet set, IReadOnlyDictionary<string, string>? metadata = null)
    {
        ArgumentNullException.ThrowIfNull(stream);
        ArgumentNullException.ThrowIfNull(set);
        byte[] header = Header(set, metadata);

        // Spaces after the header let the numbers begin at a multiple of eight bytes.
        int padded = (header.Length + 7) / 8 * 8;
        Span<byte> length = stackalloc byte[8];
        BinaryPrimitives.WriteUInt64LittleEndian(length, (ulong)padded);
        stream.Write(length);
        stream.Write(header);
        for (int i = header.Length; i < padded; i++)
        {
            stream.WriteByte((byte)' ');
        }

        foreach (Parameter parameter in set.Parameters)
        {
            float[] numbers = new float[parameter.Shape.Length];
            PublishedForm.Write(parameter, parameter.In(set), numbers);
            byte[] bytes = new byte[4 * numbers.Length];
            for (int i = 0; i < numbers.Length; i++)
            {
                BinaryPrimitives.WriteSingleLittleEndian(bytes.AsSpan(4 * i), numbers[i]);
            }

            stream.Write(bytes);
        }
    }

    /// <summary>Reads all parameters of a set; further arrays of the file are left alone.</summary>
    /// <param name="file">The file.</param>
    /// <param name="set">Receives the numbers; unchanged if an error is found.</param>
    /// <exception cref="InvalidDataException">A parameter is missing or has another shape.</exception>
    public static void Read(SafeTensorsFile file, ParameterSet set)
    {
        ArgumentNullException.ThrowIfNull(file);
        ArgumentNullException.ThrowIfNull(set);
        List<string> errors = [];
        foreach (Parameter parameter in set.Parameters)
        {
            int[] expected = PublishedForm.ShapeOf(parameter);
            if (!file.Names.Contains(parameter.Name))
            {
                errors.Add($"'{parameter.Name}' is missing");
            }
            else if (!file.ShapeOf(parameter.Name).SequenceEqual(expected.Select(dimension => (long)dimension)))
            {
                errors.Add(
                    $"'{parameter.Name}' has the shape [{string.Join(", ", file.ShapeOf(parameter.Name))}] and "
                    + $"should have "
                    + $"[{string.Join(", ", expected)}]");
            }
        }

        if (errors.Count > 0)
        {
            throw new InvalidDataException(
                $"The file does not fit the network: {string.Join("; ", errors)}. Use the options it was trained "
                + "with.");
        }

        foreach (Parameter parameter in set.Parameters)
        {
            PublishedForm.Read(parameter, file.Read(parameter.Name), parameter.In(set));
        }

        set.MarkChanged();
    }

    private static byte[] Header(ParameterSet set, IReadOnlyDictionary<string, string>? metadata)
    {
        using MemoryStream buffer = new();
        using (Utf8JsonWriter json = new(buffer))
        {
            json.WriteStartObject();
            json.WriteStartObject("__metadata__");
            foreach ((string key, string value) in metadata ?? new Dictionary<string, string>())
            {
                json.WriteString(key, value);
            }

            if (set.Parameters.Any(parameter => parameter.Layout == ParameterLayout.Convolution))
            {
                json.WriteString("flatten", "nhwc");
            }

            json.WriteEndObject();
            int offset = 0;
            foreach (Parameter parameter in set.Parameters)
            {
                offset = Entry(json, parameter, offset);
            }

            json.WriteEndObject();
        }

        return buffer.ToArray();
    }

    private static int Entry(Utf8JsonWriter json, Parameter parameter, int offset)
    {
        int end = offset + (4 * parameter.Shape.Length);
        json.WriteStartObject(parameter.Name);
        json.WriteString("dtype", "F32");
        json.WriteStartArray("shape");
        foreach (int dimension in PublishedForm.ShapeOf(parameter))
        {
            json.WriteNumberValue(dimension);
        }

        json.WriteEndArray();
        json.WriteStartArray("data_offsets");
        json.WriteNumberValue(offset);
        json.WriteNumberValue(end);
        json.WriteEndArray();
        json.WriteEndObject();
        return end;
    }
}
