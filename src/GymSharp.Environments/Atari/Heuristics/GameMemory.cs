using GymSharp.Environments.Atari.Roms;

namespace GymSharp.Environments.Atari.Heuristics;

/// <summary>Reads the variables of one of our own games by the names they have in its source.</summary>
/// <param name="game">The game's short name.</param>
internal sealed class GameMemory(string game)
{
    private const int FirstAddress = 0x80;
    private readonly IReadOnlyDictionary<string, int> symbols = OwnCartridges.Assemble(game).Symbols;

    /// <summary>Where a variable stands: its place in the 128 bytes of memory.</summary>
    public int this[string name] => symbols[name] - FirstAddress;
}
