namespace GymSharp.Tracking.TensorBoard;

/// <summary>
/// Reads event files by the description of the format, with nothing of the writer: framing, a checksum computed bit by
/// bit, and messages.
/// </summary>
internal static class EventFile
{
    public static ProtoMessage[] Read(string path)
    {
        // The writer may still have the file open.
        using FileStream stream = new(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
        using BinaryReader reader = new(stream);
        List<ProtoMessage> events = [];
        while (stream.Position < stream.Length)
        {
            byte[] length = reader.ReadBytes(8);
            Assert.Equal(Mask(Crc(length)), reader.ReadUInt32());
            byte[] data = reader.ReadBytes(checked((int)BitConverter.ToUInt64(length)));
            Assert.Equal(Mask(Crc(data)), reader.ReadUInt32());
            events.Add(new ProtoMessage(data));
        }

        return [.. events];
    }

    /// <summary>CRC-32C by its definition: division by the polynomial 0x1EDC6F41, bits reflected.</summary>
    public static uint Crc(byte[] data)
    {
        uint remainder = uint.MaxValue;
        foreach (byte value in data)
        {
            for (int bit = 0; bit < 8; bit++)
            {
                bool carry = ((remainder ^ (uint)(value >> bit)) & 1) != 0;
                remainder >>= 1;
                if (carry)
                {
                    remainder ^= Reflect(0x1EDC6F41);
                }
            }
        }

        return ~remainder;
    }

    private static uint Reflect(uint value)
    {
        uint result = 0;
        for (int bit = 0; bit < 32; bit++)
        {
            result |= ((value >> bit) & 1) << (31 - bit);
        }

        return result;
    }

    private static uint Mask(uint crc) => unchecked(((crc >> 15) | (crc << 17)) + 0xA282EAD8u);
}
