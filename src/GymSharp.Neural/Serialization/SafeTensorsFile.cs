using System.Buffers.Binary;
using System.Text.Json;

namespace GymSharp.Neural.Serialization;

/// <summary>
/// The content of a safetensors file: named arrays of numbers. The format is that of Hugging Face's safetensors, which
/// PyTorch programs read: eight bytes with the length of a JSON header, the header, then the numbers.
/// </summary>
/// <remarks>
/// Everything is checked when the file is opened: types, shapes, that the arrays cover the data without gaps and
/// without sharing bytes. Reads F32, F16 and BF16.
/// </remarks>
public sealed class SafeTensorsFile
{
    private const int MaxHeader = 100_000_000;

    private readonly byte[] bytes;
    private readonly int dataStart;
    private readonly Dictionary<string, Entry> entries = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> metadata = new(StringComparer.Ordinal);

    private SafeTensorsFile(byte[] bytes, int dataStart)
    {
        this.bytes = bytes;
        this.dataStart = dataStart;
    }

    /// <summary>Names of the arrays, in the order of the header.</summary>
    public IReadOnlyCollection<string> Names => entries.Keys;

    /// <summary>Texts that came with the file.</summary>
    public IReadOnlyDictionary<string, string> Metadata => metadata;

    /// <summary>Opens a file.</summary>
    /// <param name="content">All of its bytes; they are kept, not copied.</param>
    /// <exception cref="InvalidDataException">It is not a safetensors file, or it is damaged.</exception>
    public static SafeTensorsFile Open(byte[] content)
    {
        ArgumentNullException.ThrowIfNull(content);
        Require(content.Length >= 8, $"it has {content.Length} bytes, and the length of the header alone takes 8");
        ulong header = BinaryPrimitives.ReadUInt64LittleEndian(content);
        Require(
            header <= MaxHeader && header <= (ulong)(content.Length - 8),
            $"it announces a header of {header} bytes where {content.Length - 8} remain");
        SafeTensorsFile file = new(content, 8 + (int)header);
        file.ReadHeader(content.AsMemory(8, (int)header));
        file.RequireCover();
        return file;
    }

    /// <summary>Shape of an array, outermost dimension first.</summary>
    /// <exception cref="KeyNotFoundException">There is no such array.</exception>
    public IReadOnlyList<long> ShapeOf(string name) => Find(name).Shape;

    /// <summary>The numbers of an array as float32, row-major.</summary>
    /// <exception cref="KeyNotFoundException">There is no such array.</exception>
    public float[] Read(string name)
    {
        Entry entry = Find(name);
        ReadOnlySpan<byte> data = bytes.AsSpan(dataStart + entry.Begin, entry.End - entry.Begin);
        float[] numbers = new float[data.Length / Size(entry.Type)];
        for (int i = 0; i < numbers.Length; i++)
        {
            numbers[i] = entry.Type switch
            {
                "F16" => (float)BinaryPrimitives.ReadHalfLittleEndian(data[(2 * i)..]),
                "BF16" => BitConverter.Int32BitsToSingle(BinaryPrimitives.ReadInt16LittleEndian(data[(2 * i)..]) << 16),
                _ => BinaryPrimitives.ReadSingleLittleEndian(data[(4 * i)..]),
            };
        }

        return numbers;
    }

    private static int Size(string type) => type == "F32" ? 4 : 2;

    private static void Require(bool condition, string complaint)
    {
        if (!condition)
        {
            throw new InvalidDataException(
                $"This is not a readable safetensors file: {complaint}. Write it again, or copy it again if it "
                + "was cut off.");
        }
    }

    private Entry Find(string name) => entries.TryGetValue(name, out Entry? entry)
        ? entry
        : throw new KeyNotFoundException(
            $"The file has no array '{name}'; it has {string.Join(", ", entries.Keys.Take(20))}.");

    private void ReadHeader(ReadOnlyMemory<byte> header)
    {
        Require(header.Length > 0 && header.Span[0] == (byte)'{', "its header does not begin with a brace");
        try
        {
            using JsonDocument document = JsonDocument.Parse(
                header, new JsonDocumentOptions { MaxDepth = 4, AllowDuplicateProperties = false });
            foreach (JsonProperty property in document.RootElement.EnumerateObject())
            {
                if (property.Name == "__metadata__")
                {
                    ReadMetadata(property.Value);
                }
                else
                {
                    entries.Add(property.Name, ReadEntry(property.Name, property.Value));
                }
            }
        }
        catch (Exception error) when (error is JsonException or InvalidOperationException or FormatException)
        {
            throw new InvalidDataException(
                $"This is not a readable safetensors file: its header is not valid JSON of the format. "
                + $"{error.Message}", error);
        }
    }

    private void ReadMetadata(JsonElement element)
    {
        foreach (JsonProperty property in element.EnumerateObject())
        {
            Require(property.Value.ValueKind == JsonValueKind.String, "its metadata are not all texts");
            metadata.Add(property.Name, property.Value.GetString()!);
        }
    }

    private Entry ReadEntry(string name, JsonElement element)
    {
        string type = Property(name, element, "dtype").GetString() ?? "";
        Require(type is "F32" or "F16" or "BF16", $"'{name}' has the type '{type}', known are F32, F16 and BF16");
        long[] shape = [.. Property(name, element, "shape").EnumerateArray().Select(dimension => dimension.GetInt64())];
        long[] offsets = [.. Property(
            name, element, "data_offsets").EnumerateArray().Select(offset => offset.GetInt64())];
        long available = bytes.Length - dataStart;
        Require(
            offsets.Length == 2 && offsets[0] >= 0 && offsets[0] <= offsets[1] && offsets[1] <= available,
            $"'{name}' lies at [{string.Join(", ", offsets)}] in data of {available} bytes");
        long length = 1;
        foreach (long dimension in shape)
        {
            Require(dimension >= 0, $"'{name}' has a negative dimension");
            length = dimension != 0 && length > available / dimension ? available + 1 : length * dimension;
        }

        Require(
            length <= available && length * Size(type) == offsets[1] - offsets[0],
            $"'{name}' of shape [{string.Join(", ", shape)}] and type {type} does not take the "
            + $"{offsets[1] - offsets[0]} bytes it is given");
        return new Entry(type, shape, (int)offsets[0], (int)offsets[1]);
    }

    private static JsonElement Property(string name, JsonElement element, string property)
    {
        bool found = element.TryGetProperty(property, out JsonElement value);
        Require(found, $"'{name}' has no {property}");
        return value;
    }

    private void RequireCover()
    {
        int covered = 0;
        foreach ((string name, Entry entry) in entries.OrderBy(pair => pair.Value.Begin).ThenBy(pair => pair.Value.End))
        {
            Require(entry.Begin == covered,
                $"'{name}' begins at {entry.Begin}, but what lies before it ends at {covered}");
            covered = entry.End;
        }

        Require(
            covered == bytes.Length - dataStart, $"its arrays take {covered} bytes of {bytes.Length - dataStart}");
    }

    private sealed record Entry(string Type, long[] Shape, int Begin, int End);
}
