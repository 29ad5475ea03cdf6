namespace GymSharp;

/// <summary>
/// Where warnings go: things that are legal but hardly meant, such as stepping after an episode's end.
/// </summary>
public static class GymLog
{
    private static readonly AsyncLocal<Action<string>?> Scoped = new();
    private static Action<string> sink = text => Console.Error.WriteLine("warning: " + text);

    /// <summary>Sends warnings of the whole process elsewhere; standard error is the default.</summary>
    public static void SetSink(Action<string> write)
    {
        ArgumentNullException.ThrowIfNull(write);
        sink = write;
    }

    /// <summary>Sends the warnings of this call and what it calls elsewhere, until the result is disposed.</summary>
    public static IDisposable Capture(Action<string> write)
    {
        Scope scope = new(Scoped.Value);
        Scoped.Value = write;
        return scope;
    }

    /// <summary>Writes a warning.</summary>
    public static void Warn(string message) => (Scoped.Value ?? sink)(message);

    private sealed class Scope(Action<string>? previous) : IDisposable
    {
        public void Dispose() => Scoped.Value = previous;
    }
}
