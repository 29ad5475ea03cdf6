using System.Buffers.Binary;
using System.Text;

namespace GymSharp.Tracking.TensorBoard;

/// <summary>A protocol-buffer message taken apart: field numbers and raw values, by the published wire format.</summary>
internal sealed class ProtoMessage
{
    private readonly List<(int Field, int Type, byte[] Value)> fields = [];

    public ProtoMessage(ReadOnlySpan<byte> bytes)
    {
        while (!bytes.IsEmpty)
        {
            ulong key = Varint(ref bytes);
            int type = (int)(key & 7);
            int length = type switch
            {
                0 => VarintLength(bytes),
                1 => 8,
                2 => (int)Varint(ref bytes),
                5 => 4,
                _ => throw new FormatException($"wire type {type}"),
            };
            fields.Add(((int)(key >> 3), type, bytes[..length].ToArray()));
            bytes = bytes[length..];
        }
    }

    public long Integer(int field)
    {
        ReadOnlySpan<byte> bytes = Single(field, 0);
        return (long)Varint(ref bytes);
    }

    public double Double(int field) => BinaryPrimitives.ReadDoubleLittleEndian(Single(field, 1));

    public float Float(int field) => BinaryPrimitives.ReadSingleLittleEndian(Single(field, 5));

    public byte[] Bytes(int field) => Single(field, 2);

    public string Text(int field) => Encoding.UTF8.GetString(Bytes(field));

    public ProtoMessage Message(int field) => new(Bytes(field));

    public ProtoMessage[] Messages(int field) =>
        [.. fields.Where(item => item.Field == field && item.Type == 2).Select(item => new ProtoMessage(item.Value))];

    public double[] Doubles(int field)
    {
        byte[] bytes = Bytes(field);
        return [.. Enumerable.Range(0, bytes.Length / 8).Select(i => BitConverter.ToDouble(bytes, 8 * i))];
    }

    private byte[] Single(int field, int type) => Assert.Single(fields, item => item.Field == field && item.Type == type).Value;

    private static int VarintLength(ReadOnlySpan<byte> bytes)
    {
        int length = 1;
        while ((bytes[length - 1] & 0x80) != 0)
        {
            length++;
        }

        return length;
    }

    private static ulong Varint(ref ReadOnlySpan<byte> bytes)
    {
        ulong value = 0;
        int length = VarintLength(bytes);
        for (int i = 0; i < length; i++)
        {
            value |= (ulong)(bytes[i] & 0x7F) << (7 * i);
        }

        bytes = bytes[length..];
        return value;
    }
}
