namespace GymSharp.Atari2600;

/// <summary>Where the five movable objects stand on the line, 0 to 159.</summary>
/// <param name="Player0">Player 0.</param>
/// <param name="Player1">Player 1.</param>
/// <param name="Missile0">Missile 0.</param>
/// <param name="Missile1">Missile 1.</param>
/// <param name="Ball">The ball.</param>
public readonly record struct ObjectPositions(int Player0, int Player1, int Missile0, int Missile1, int Ball);
