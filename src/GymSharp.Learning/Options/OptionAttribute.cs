namespace GymSharp.Learning.Options;

/// <summary>Describes an option of an algorithm and its range; help text and validation come from here.</summary>
/// <param name="description">What it is, in a few words.</param>
[AttributeUsage(AttributeTargets.Property)]
public sealed class OptionAttribute(string description) : Attribute
{
    /// <summary>What it is, in a few words.</summary>
    public string Description { get; } = description;

    /// <summary>Smallest value allowed.</summary>
    public double Least { get; init; } = double.NegativeInfinity;

    /// <summary>The value must be above this.</summary>
    public double Above { get; init; } = double.NegativeInfinity;

    /// <summary>Largest value allowed.</summary>
    public double Most { get; init; } = double.PositiveInfinity;
}
