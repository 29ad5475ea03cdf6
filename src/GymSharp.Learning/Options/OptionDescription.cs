namespace GymSharp.Learning.Options;

/// <summary>An option as help shows it.</summary>
/// <param name="Name">Name in snake case.</param>
/// <param name="Description">What it is.</param>
/// <param name="Default">Its default, or null.</param>
public readonly record struct OptionDescription(string Name, string Description, object? Default);
