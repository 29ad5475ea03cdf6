namespace GymSharp.Environments.Atari.Games;

/// <summary>The value of an expression of a game's rules: a whole number, or 0 and 1 for false and true.</summary>
internal delegate int RuleExpression(RuleInput input);
