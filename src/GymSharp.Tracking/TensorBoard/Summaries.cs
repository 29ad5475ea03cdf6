namespace GymSharp.Tracking.TensorBoard;

/// <summary>
/// The values of a <c>Summary</c>. The field numbers are those of TensorBoard's <c>summary.proto</c>,
/// <c>histogram.proto</c> and <c>tensor.proto</c>.
/// </summary>
internal static class Summaries
{
    private const int SimpleValue = 2;
    private const int ImageValue = 4;
    private const int HistogramValue = 5;
    private const int TensorValue = 8;
    private const int Metadata = 9;
    private const int FloatType = 1;
    private const int StringType = 7;
    private const int RgbColors = 3;

    public static ProtoWriter Scalar(string tag, double value) => Tagged(tag).Float(SimpleValue, (float)value);

    public static ProtoWriter Text(string tag, string text) => Tagged(tag)
        .Message(Metadata, PluginMetadata("text", []))
        .Message(TensorValue, new ProtoWriter()
            .Integer(1, StringType)
            .Message(2, Shape(1))
            .Text(8, text));

    /// <summary>A picture in a format that browsers show: PNG, or an animated GIF.</summary>
    public static ProtoWriter Image(string tag, int width, int height, ReadOnlySpan<byte> encoded) => Tagged(tag)
        .Message(ImageValue, new ProtoWriter()
            .Integer(1, height)
            .Integer(2, width)
            .Integer(3, RgbColors)
            .Bytes(4, encoded));

    public static ProtoWriter Histogram(string tag, HistogramBuckets buckets) => Tagged(tag)
        .Message(HistogramValue, new ProtoWriter()
            .Double(1, buckets.Minimum)
            .Double(2, buckets.Maximum)
            .Double(3, buckets.Count)
            .Double(4, buckets.Sum)
            .Double(5, buckets.SumOfSquares)
            .Doubles(6, buckets.Limits)
            .Doubles(7, buckets.Counts));

    /// <summary>A value that carries nothing but the content of a plugin, beside an empty tensor.</summary>
    public static ProtoWriter Plugin(string tag, string plugin, ReadOnlySpan<byte> content) => Tagged(tag)
        .Message(Metadata, PluginMetadata(plugin, content))
        .Message(TensorValue, new ProtoWriter().Integer(1, FloatType).Message(2, Shape(0)));

    private static ProtoWriter Tagged(string tag) => new ProtoWriter().Text(1, tag);

    private static ProtoWriter PluginMetadata(string plugin, ReadOnlySpan<byte> content) => new ProtoWriter()
        .Message(1, new ProtoWriter().Text(1, plugin).Bytes(2, content));

    private static ProtoWriter Shape(int length) => new ProtoWriter()
        .Message(2, new ProtoWriter().Integer(1, length));
}
