namespace GymSharp.Environments.Atari;

/// <summary>What a player wants.</summary>
/// <param name="Action">The action.</param>
/// <param name="Strength">How far a paddle turns: 1 is as far as it goes in a frame.</param>
internal readonly record struct PlayerMove(AtariAction Action, float Strength)
{
    /// <summary>Nothing.</summary>
    public static PlayerMove Noop => new(AtariAction.Noop, 0);
}
