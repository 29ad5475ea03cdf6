namespace GymSharp.Cli.Proof;

/// <summary>The best published figure for an environment.</summary>
/// <param name="Environment">Id of the environment.</param>
/// <param name="Published">Mean return.</param>
/// <param name="By">Algorithm and source.</param>
internal sealed record ProofRow(string Environment, double Published, string By);
