using System.Buffers.Binary;

namespace GymSharp.Tracking.TensorBoard;

/// <summary>
/// A file of records in the framing that TensorBoard reads: the length (8 bytes, little-endian), its masked checksum
/// (4 bytes), the data, its masked checksum.
/// </summary>
internal sealed class RecordFile(Stream stream) : IDisposable
{
    public void Append(ReadOnlySpan<byte> data)
    {
        Span<byte> header = stackalloc byte[12];
        BinaryPrimitives.WriteUInt64LittleEndian(header, (ulong)data.Length);
        BinaryPrimitives.WriteUInt32LittleEndian(header[8..], Crc32C.Masked(header[..8]));
        Span<byte> footer = stackalloc byte[4];
        BinaryPrimitives.WriteUInt32LittleEndian(footer, Crc32C.Masked(data));
        stream.Write(header);
        stream.Write(data);
        stream.Write(footer);
    }

    public void Flush() => stream.Flush();

    public void Dispose() => stream.Dispose();
}
