using GymSharp.Environments.Atari.Games;
using GymSharp.Environments.Atari.Roms;

namespace GymSharp.Environments.Atari;

/// <summary>Options for games that are here on every machine.</summary>
internal static class TestGames
{
    /// <summary>One of our own cartridges.</summary>
    public static AtariOptions Own(string name = "laser_invaders") => new()
    {
        Game = GameTable.Find(name)!,
        Rom = OwnCartridges.Read(name),
    };
}
