namespace GymSharp.Neural.Kernels;

/// <summary>The sizes of a linear layer at work.</summary>
/// <param name="Rows">Rows of the batch.</param>
/// <param name="Inputs">Numbers per row that go in.</param>
/// <param name="Outputs">Numbers per row that come out.</param>
internal readonly record struct LayerSizes(int Rows, int Inputs, int Outputs);
