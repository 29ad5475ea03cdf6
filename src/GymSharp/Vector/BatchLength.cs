namespace GymSharp.Vector;

/// <summary>Checks that memory has one row per environment.</summary>
internal static class BatchLength
{
    /// <summary>Throws unless the length is <paramref name="numEnvs"/> × <paramref name="width"/>.</summary>
    public static void Check(int length, int numEnvs, int width, string what, string parameter)
    {
        if (length != numEnvs * width)
        {
            Throw(length, numEnvs, width, what, parameter);
        }
    }

    /// <summary>The exception for a wrong part of a request.</summary>
    public static ArgumentException Wrong(string message, string parameter) => new(message, parameter);

    private static void Throw(int length, int numEnvs, int width, string what, string parameter) =>
        throw new ArgumentException(
            $"The batch needs {numEnvs * width} {what} ({numEnvs} environments with {width} each), got {length}.",
            parameter);
}
