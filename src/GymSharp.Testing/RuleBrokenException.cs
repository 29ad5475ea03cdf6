namespace GymSharp.Testing;

/// <summary>A rule of the contract is broken; the message says how.</summary>
internal sealed class RuleBrokenException(string message) : Exception(message);
