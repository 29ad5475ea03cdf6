using GymSharp.Neural;

namespace GymSharp.Learning.Views;

/// <summary>Neighbouring numbers of an encoded observation that belong together.</summary>
/// <param name="Name">Key in the Dict or place in the Tuple, dotted where they are nested; else empty.</param>
/// <param name="Shape">Shape of the numbers; of rank 3 where they are a picture [height, width, channels].</param>
public readonly record struct ObservationPart(string Name, Shape Shape);
