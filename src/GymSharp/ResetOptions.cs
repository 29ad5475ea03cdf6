namespace GymSharp;

/// <summary>Options of one reset, by Gymnasium's names: <c>new ResetOptions { ["low"] = -0.1, ["high"] = 0.1 }</c>.</summary>
public sealed class ResetOptions : NamedValues
{
    /// <summary>No options. A new object at each call, since readers mark what they asked for.</summary>
    public static ResetOptions None => new();

    /// <inheritdoc/>
    protected override string Noun => "reset option";
}
