namespace GymSharp.Learning.Views;

/// <summary>Decodes actions into memory of one element type.</summary>
/// <typeparam name="T">Type of an element, or of the whole action where it is not an array.</typeparam>
internal abstract class ActionDecoder<T>(int size) : ActionDecoder(size)
    where T : notnull
{
    /// <summary>Writes one or several actions.</summary>
    public abstract void Decode(ReadOnlySpan<float> actions, Span<T> elements);
}
