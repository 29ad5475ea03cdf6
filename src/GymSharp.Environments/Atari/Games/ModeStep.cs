namespace GymSharp.Environments.Atari.Games;

/// <summary>A step on the way into a game's mode.</summary>
internal delegate void ModeStep(IModeMachine machine);
