using GymSharp.Neural.Initialization;

namespace GymSharp.Neural.Networks;

/// <summary>The input and the first values of a convolutional network.</summary>
public sealed record CnnOptions
{
    /// <summary>Shape of one picture: height, width, channels.</summary>
    public required Shape Picture { get; init; }

    /// <summary>First values of all layers.</summary>
    public Initializer Initializer { get; init; } = new TorchDefault();
}
