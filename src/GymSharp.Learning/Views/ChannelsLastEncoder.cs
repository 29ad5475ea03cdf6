using GymSharp.Neural;

namespace GymSharp.Learning.Views;

/// <summary>Pictures whose channels come first, turned.</summary>
internal sealed class ChannelsLastEncoder<T>(ObservationEncoder<T> planes, Shape shape) : ObservationEncoder<T>(shape)
    where T : unmanaged
{
    private float[] buffer = [];

    /// <inheritdoc/>
    public override void Encode(ReadOnlySpan<T> elements, Span<float> rows)
    {
        if (buffer.Length != rows.Length)
        {
            buffer = new float[rows.Length];
        }

        planes.Encode(elements, buffer);
        int channels = Shape[2];
        int pixels = Shape[0] * Shape[1];
        for (int row = 0; row < rows.Length; row += Size)
        {
            for (int pixel = 0; pixel < pixels; pixel++)
            {
                for (int channel = 0; channel < channels; channel++)
                {
                    rows[row + (pixel * channels) + channel] = buffer[row + (channel * pixels) + pixel];
                }
            }
        }
    }
}
