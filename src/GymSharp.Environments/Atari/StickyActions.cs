using GymSharp.Atari2600;
using GymSharp.State;

namespace GymSharp.Environments.Atari;

/// <summary>Decides frame by frame whether a player's new action is taken or the one before repeated.</summary>
/// <remarks>
/// Machado et al., "Revisiting the Arcade Learning Environment" (2018). Two numbers are drawn per frame, whatever the
/// probability, with one player or two, and after the end of the episode too, so that seeds carry over.
/// </remarks>
internal sealed class StickyActions(uint seed, double threshold)
{
    private readonly MersenneTwister generator = new(seed);
    private PlayerMove playerA = PlayerMove.Noop;
    private PlayerMove playerB = PlayerMove.Noop;

    /// <summary>What player A does in this frame.</summary>
    public PlayerMove PlayerA => playerA;

    /// <summary>What player B does in this frame.</summary>
    public PlayerMove PlayerB => playerB;

    /// <summary>The generator's next number.</summary>
    public uint NextNumber() => generator.Next();

    /// <summary>Forgets the actions before.</summary>
    public void Reset() => playerA = playerB = PlayerMove.Noop;

    /// <summary>Draws for one frame.</summary>
    public void Decide(PlayerMove wantedA, PlayerMove wantedB)
    {
        if (generator.NextDouble() >= threshold)
        {
            playerA = wantedA;
        }

        if (generator.NextDouble() >= threshold)
        {
            playerB = wantedB;
        }
    }

    /// <summary>Reads or writes the generator.</summary>
    public void SyncGenerator(StateSync sync)
    {
        uint[] state = generator.State;
        sync.Sync(state.AsSpan());
        if (sync.IsReading)
        {
            try
            {
                generator.State = state;
            }
            catch (ArgumentException inner)
            {
                throw new StateFormatException("The saved state holds no state of a generator.", inner);
            }
        }
    }

    /// <summary>Reads or writes the actions before.</summary>
    public void SyncActions(StateSync sync)
    {
        SyncMove(sync, ref playerA);
        SyncMove(sync, ref playerB);
    }

    private static void SyncMove(StateSync sync, ref PlayerMove move)
    {
        int action = (int)move.Action;
        float strength = move.Strength;
        sync.Sync(ref action);
        sync.Sync(ref strength);
        if ((uint)action >= AtariActions.Count)
        {
            throw new StateFormatException($"The saved state is damaged: {action} is no action.");
        }

        move = new PlayerMove((AtariAction)action, strength);
    }
}
