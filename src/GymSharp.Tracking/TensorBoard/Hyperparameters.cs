using System.Globalization;

namespace GymSharp.Tracking.TensorBoard;

/// <summary>
/// What TensorBoard's table of hyper-parameters shows. The field numbers are those of its <c>plugin_data.proto</c> and
/// of protobuf's <c>struct.proto</c>.
/// </summary>
internal static class Hyperparameters
{
    private const string Plugin = "hparams";
    private const int Succeeded = 1;
    private const int Failed = 2;

    public static ProtoWriter Start(
        IEnumerable<KeyValuePair<string, object?>> values, string group, double time)
    {
        ProtoWriter info = new();
        foreach ((string name, object? value) in values)
        {
            info.Message(1, new ProtoWriter().Text(1, name).Message(2, Value(value)));
        }

        info.Text(4, group).Double(5, time);
        return Summaries.Plugin("_hparams_/session_start_info", Plugin, new ProtoWriter().Message(3, info).Written);
    }

    public static ProtoWriter End(bool succeeded, double time) => Summaries.Plugin(
        "_hparams_/session_end_info",
        Plugin,
        new ProtoWriter()
            .Message(4, new ProtoWriter().Integer(1, succeeded ? Succeeded : Failed).Double(2, time)).Written);

    private static ProtoWriter Value(object? value) => value switch
    {
        bool flag => new ProtoWriter().Integer(4, flag ? 1 : 0),
        null or string => new ProtoWriter().Text(3, (string?)value ?? ""),
        Array list => new ProtoWriter().Text(
            3, $"[{string.Join(", ", list.Cast<object?>().Select(item => Text(item)))}]"),
        IConvertible number => new ProtoWriter().Double(2, number.ToDouble(CultureInfo.InvariantCulture)),
        _ => new ProtoWriter().Text(3, Text(value)),
    };

    private static string Text(object? value) => Convert.ToString(value, CultureInfo.InvariantCulture) ?? "";
}
