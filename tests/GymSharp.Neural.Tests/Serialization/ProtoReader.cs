using System.Buffers.Binary;
using System.Text;

namespace GymSharp.Neural.Tests.Serialization;

/// <summary>A message in the wire format of Protocol Buffers, read on its own from the published description.</summary>
internal sealed class ProtoReader
{
    private readonly List<(int Field, object Value)> fields = [];

    public ProtoReader(ReadOnlySpan<byte> bytes)
    {
        while (bytes.Length > 0)
        {
            ulong tag = Number(ref bytes);
            int field = (int)(tag >> 3);
            switch (tag & 7)
            {
                case 0:
                    fields.Add((field, (long)Number(ref bytes)));
                    break;
                case 2:
                    int length = (int)Number(ref bytes);
                    fields.Add((field, bytes[..length].ToArray()));
                    bytes = bytes[length..];
                    break;
                case 5:
                    fields.Add((field, BinaryPrimitives.ReadSingleLittleEndian(bytes)));
                    bytes = bytes[4..];
                    break;
                default:
                    throw new InvalidDataException($"Field {field} has the unexpected kind {tag & 7}.");
            }
        }
    }

    public IEnumerable<ProtoReader> Messages(int field) => All<byte[]>(field).Select(bytes => new ProtoReader(bytes));

    public IEnumerable<string> Texts(int field) => All<byte[]>(field).Select(Encoding.UTF8.GetString);

    public long[] Integers(int field) => [.. All<long>(field)];

    public float Single(int field) => All<float>(field).Single();

    public byte[] Bytes(int field) => All<byte[]>(field).Single();

    private static ulong Number(ref ReadOnlySpan<byte> bytes)
    {
        ulong value = 0;
        for (int shift = 0; ; shift += 7)
        {
            byte next = bytes[0];
            bytes = bytes[1..];
            value |= (ulong)(next & 0x7F) << shift;
            if (next < 0x80)
            {
                return value;
            }
        }
    }

    private IEnumerable<T> All<T>(int field) => fields.Where(pair => pair.Field == field).Select(pair => (T)pair.Value);
}
