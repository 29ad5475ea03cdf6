namespace GymSharp.Learning.Training;

/// <content>Algorithms whose agents are neural networks.</content>
public static partial class AlgorithmCatalog
{
    private static IEnumerable<AlgorithmSpec> Deep() =>
    [
    ];
}
