using GymSharp.Randomness;

namespace GymSharp.Environments.Box2D;

/// <summary>A colour whose parts need not be whole.</summary>
/// <param name="Red">From 0 to 255.</param>
/// <param name="Green">From 0 to 255.</param>
/// <param name="Blue">From 0 to 255.</param>
internal readonly record struct RacePaint(double Red, double Green, double Blue)
{
    /// <summary>Draws a colour that is not too light.</summary>
    public static RacePaint Draw(Rng rng) => new(rng.Uniform(0, 210), rng.Uniform(0, 210), rng.Uniform(0, 210));

    /// <summary>The colour as it is shown, lighter by a number of levels.</summary>
    public uint Pack(double lighter = 0) => BandSurface.Pack(
        (byte)(Red + lighter), (byte)(Green + lighter), (byte)(Blue + lighter));
}
