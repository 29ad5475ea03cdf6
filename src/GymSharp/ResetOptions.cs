namespace GymSharp;

/// <summary>
/// Options of one reset, by Gymnasium's names: <c>new ResetOptions { ["low"] = -0.1, ["high"] = 0.1 }</c>.
/// </summary>
public sealed class ResetOptions : NamedValues
{
    /// <summary>No options; shared, cannot be changed and does not note what was asked for.</summary>
    public static ResetOptions None { get; } = new() { IsFrozen = true };

    /// <inheritdoc/>
    protected override string Noun => "reset option";
}
