using GymSharp.Neural.Initialization;

namespace GymSharp.Neural.Networks;

/// <summary>Sizes and first values of an <see cref="Mlp"/>.</summary>
public sealed record MlpOptions
{
    /// <summary>Numbers per row that go in, at least 1.</summary>
    public required int Inputs { get; init; }

    /// <summary>Sizes of the hidden layers, each at least 1.</summary>
    public IReadOnlyList<int> Hidden { get; init; } = [64, 64];

    /// <summary>Size of the last layer, which has no activation; 0 to end after the last hidden layer.</summary>
    public int Outputs { get; init; }

    /// <summary>Activation of the hidden layers.</summary>
    public Activation Activation { get; init; } = Activation.Tanh;

    /// <summary>First values of the hidden layers.</summary>
    public Initializer HiddenInitializer { get; init; } = new TorchDefault();

    /// <summary>First values of the last layer.</summary>
    public Initializer OutputInitializer { get; init; } = new TorchDefault();

    /// <summary>Whether the sums of every hidden layer are normalised before the activation.</summary>
    public bool LayerNorm { get; init; }
}
