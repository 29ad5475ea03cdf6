using GymSharp.Registration;

namespace GymSharp.Environments.ToyText;

/// <summary>
/// Registers Blackjack, FrozenLake, CliffWalking and Taxi under Gymnasium's ids, and bit flipping.
/// </summary>
public static class ToyTextFamily
{
    /// <summary>Adds the family to a registry.</summary>
    public static void Register(EnvRegistry registry)
    {
        ArgumentNullException.ThrowIfNull(registry);
        registry.Register(new EnvSpec("Blackjack-v1", BlackjackEnv.FromArguments)
        {
            Arguments = new Dictionary<string, object?> { ["sab"] = true, ["natural"] = false },
        });
        registry.Register(new EnvSpec("FrozenLake-v1", FrozenLakeEnv.FromArguments)
        {
            Arguments = new Dictionary<string, object?> { ["map_name"] = "4x4" },
            MaxEpisodeSteps = 100,
            RewardThreshold = 0.70,
        });
        registry.Register(new EnvSpec("FrozenLake8x8-v1", FrozenLakeEnv.FromArguments)
        {
            Arguments = new Dictionary<string, object?> { ["map_name"] = "8x8" },
            MaxEpisodeSteps = 200,
            RewardThreshold = 0.85,
        });
        registry.Register(new EnvSpec("CliffWalking-v1", CliffWalkingEnv.FromArguments));
        registry.Register(new EnvSpec("CliffWalkingSlippery-v1", CliffWalkingEnv.FromArguments)
        {
            Arguments = new Dictionary<string, object?> { ["is_slippery"] = true },
        });
        registry.Register(new EnvSpec("Taxi-v4", TaxiEnv.FromArguments)
        {
            MaxEpisodeSteps = 200,
            RewardThreshold = 8,
        });
        registry.Register(new EnvSpec("BitFlipping-v0", BitFlippingEnv.FromArguments));
    }
}
