using System.Buffers;
using System.Buffers.Binary;
using System.Text;

namespace GymSharp.Neural.Serialization;

/// <summary>
/// Writes messages in the wire format of Protocol Buffers: each field is a number with a kind, then a value.
/// </summary>
internal sealed class ProtoBuffer
{
    private const int Variable = 0;
    private const int Counted = 2;
    private const int Fixed32 = 5;

    private readonly ArrayBufferWriter<byte> bytes = new();

    public void Integer(int field, long value)
    {
        Tag(field, Variable);
        Number((ulong)value);
    }

    public void Single(int field, float value)
    {
        Tag(field, Fixed32);
        BinaryPrimitives.WriteSingleLittleEndian(bytes.GetSpan(4), value);
        bytes.Advance(4);
    }

    public void Text(int field, string value) => Bytes(field, Encoding.UTF8.GetBytes(value));

    public void Bytes(int field, ReadOnlySpan<byte> value)
    {
        Tag(field, Counted);
        Number((ulong)value.Length);
        bytes.Write(value);
    }

    public void Message(int field, ProtoBuffer message) => Bytes(field, message.ToArray());

    public byte[] ToArray() => bytes.WrittenSpan.ToArray();

    private void Tag(int field, int kind) => Number((ulong)((field << 3) | kind));

    private void Number(ulong value)
    {
        while (value >= 0x80)
        {
            Byte((byte)(value | 0x80));
            value >>= 7;
        }

        Byte((byte)value);
    }

    private void Byte(byte value)
    {
        bytes.GetSpan(1)[0] = value;
        bytes.Advance(1);
    }
}
