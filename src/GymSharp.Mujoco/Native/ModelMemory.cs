using System.Globalization;
using System.Xml;

namespace GymSharp.Mujoco.Native;

/// <summary>
/// Adds up the numbers in a document by which a few characters ask for much memory: textures, height fields, user data.
/// </summary>
/// <remarks>
/// The compiler takes that memory past the allocator that <see cref="MemoryHandlers"/> replaces, and the process would
/// end. A document that is no XML counts as nothing: it is for the compiler to say what is wrong with it.
/// </remarks>
internal sealed class ModelMemory
{
    private const double BytesPerCompositeElement = 4096;
    private static readonly XmlReaderSettings Settings = new() { DtdProcessing = DtdProcessing.Ignore };
    private readonly HashSet<string> files = new(StringComparer.Ordinal);
    private readonly Dictionary<string, double> userSizes = new(StringComparer.Ordinal);
    private double elements;
    private double bytes;

    /// <summary>The estimate for a document.</summary>
    /// <param name="xml">The document.</param>
    /// <param name="folder">Where the files are that it includes, or null when it can include none.</param>
    /// <returns>Bytes, more or less.</returns>
    public static double Estimate(string xml, string? folder)
    {
        ModelMemory memory = new();
        memory.Add(new StringReader(xml), folder);
        return memory.bytes + (memory.userSizes.Values.Sum() * memory.elements * sizeof(double));
    }

    private void Add(TextReader text, string? folder)
    {
        try
        {
            using XmlReader reader = XmlReader.Create(text, Settings);
            while (reader.Read())
            {
                if (reader.NodeType == XmlNodeType.Element)
                {
                    AddElement(reader, folder);
                }
            }
        }
        catch (XmlException)
        {
            // For the compiler to report.
        }
    }

    private void AddElement(XmlReader reader, string? folder)
    {
        elements++;
        switch (reader.Name)
        {
            case "size":
                AddUserSizes(reader);
                break;
            case "texture":
                bytes += 6 * 3 * Number(reader, "width") * Math.Max(1, Number(reader, "height"));
                break;
            case "hfield":
                bytes += (sizeof(double) + sizeof(float)) * Number(reader, "nrow") * Number(reader, "ncol");
                break;
            case "numeric":
                bytes += sizeof(double) * Number(reader, "size");
                break;
            case "composite":
                bytes += BytesPerCompositeElement * Product(reader.GetAttribute("count"));
                break;
            case "include" when folder is not null && reader.GetAttribute("file") is { } file:
                AddFile(Path.Combine(folder, file));
                break;
        }
    }

    private void AddUserSizes(XmlReader reader)
    {
        while (reader.MoveToNextAttribute())
        {
            if (reader.Name.StartsWith("nuser_", StringComparison.Ordinal))
            {
                userSizes[reader.Name] = Parse(reader.Value);
            }
        }
    }

    private void AddFile(string path)
    {
        if (files.Add(path) && File.Exists(path))
        {
            using StreamReader text = new(path);
            Add(text, Path.GetDirectoryName(path));
        }
    }

    private static double Number(XmlReader reader, string attribute) => Parse(reader.GetAttribute(attribute));

    private static double Product(string? numbers) => (numbers ?? "")
        .Split(' ', StringSplitOptions.RemoveEmptyEntries)
        .Aggregate(1.0, static (all, one) => all * Parse(one));

    private static double Parse(string? text) =>
        double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out double value)
            ? Math.Max(value, 0)
            : 0;
}
