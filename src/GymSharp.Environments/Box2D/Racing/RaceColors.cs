using GymSharp.Randomness;

namespace GymSharp.Environments.Box2D;

/// <summary>Colours of road, background and grass.</summary>
/// <remarks>Parts from 0 to 255, kept as drawn and cut to whole numbers where they are shown.</remarks>
internal struct RaceColors
{
    /// <summary>The road.</summary>
    public RacePaint Road;

    /// <summary>The ground between the patches of grass.</summary>
    public RacePaint Background;

    /// <summary>The patches of grass.</summary>
    public RacePaint Grass;

    /// <summary>The colours of the usual form of the race.</summary>
    public static RaceColors Usual => new()
    {
        Road = new(102, 102, 102),
        Background = new(102, 204, 102),
        Grass = new(102, 230, 102),
    };

    /// <summary>Draws colours: six uniform numbers and an integer.</summary>
    public static RaceColors Draw(Rng rng)
    {
        RacePaint road = RacePaint.Draw(rng);
        RacePaint background = RacePaint.Draw(rng);
        long lighter = rng.Integers(0, 3);
        return new RaceColors
        {
            Road = road,
            Background = background,
            Grass = new RacePaint(
                background.Red + (lighter == 0 ? 20 : 0),
                background.Green + (lighter == 1 ? 20 : 0),
                background.Blue + (lighter == 2 ? 20 : 0)),
        };
    }
}
