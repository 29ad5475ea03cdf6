namespace GymSharp.Atari2600.Assembly;

/// <summary>The value of an expression, or that it hangs on a name not yet known.</summary>
internal readonly record struct Number(long Value, bool IsKnown)
{
    public static readonly Number Unknown = new(0, false);

    public static Number Of(long value) => new(value, true);
}
