namespace GymSharp.Randomness;

internal static class SerializedSize
{
    public static void Require(int actual, int expected, string parameter)
    {
        if (actual < expected)
        {
            throw new ArgumentException(
                $"The serialised form takes {expected} bytes, but the buffer has {actual}.", parameter);
        }
    }
}
