namespace GymSharp.Wrappers;

/// <summary>One way to scale pictures between two sizes that were fixed at construction.</summary>
internal interface IPictureScaler
{
    /// <summary>Scales a picture.</summary>
    void Scale(ReadOnlySpan<byte> source, Span<byte> destination);
}
