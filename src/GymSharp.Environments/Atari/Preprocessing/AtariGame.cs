namespace GymSharp.Environments.Atari.Preprocessing;

/// <summary>Finds the Atari game below wrappers.</summary>
internal static class AtariGame
{
    /// <summary>The game with discrete actions at the bottom.</summary>
    /// <exception cref="ArgumentException">There is another environment.</exception>
    public static AtariEnv Below(Env env, string wrapper) => env?.Unwrapped as AtariEnv
        ?? throw new ArgumentException(
            $"{wrapper} needs an Atari game with discrete actions, got {env}. Make one of the ALE ids.", nameof(env));
}
