using GymSharp.Atari2600;
using GymSharp.State;

namespace GymSharp.Environments.Atari;

/// <summary>
/// Frames that were not drawn because another was expected to follow; when the episode ends with one of them after all,
/// they are played once more, and the last is drawn.
/// </summary>
internal sealed class UnseenFrames
{
    private readonly List<(PlayerMove A, PlayerMove B)> moves = [];
    private byte[] console = [];
    private byte[] controls = [];

    /// <summary>Notes the state before the first of them.</summary>
    public void Begin(AtariConsole console, Controls controls)
    {
        moves.Clear();
        this.console = console.Save();
        this.controls = StateOf(controls);
    }

    /// <summary>Notes what was played.</summary>
    public void Add(PlayerMove playerA, PlayerMove playerB) => moves.Add((playerA, playerB));

    /// <summary>Plays them again.</summary>
    public void Repeat(AtariConsole console, Controls controls, FrameScreen screen)
    {
        console.Restore(this.console);
        StateSync sync = StateSync.ForReading(this.controls);
        controls.SyncClone(sync);
        controls.SyncInputs(sync);
        for (int i = 0; i < moves.Count; i++)
        {
            controls.Apply(moves[i].A, moves[i].B);
            screen.RunFrame(draw: i == moves.Count - 1);
        }
    }

    private static byte[] StateOf(Controls controls)
    {
        StateSync sync = StateSync.ForWriting();
        controls.SyncClone(sync);
        controls.SyncInputs(sync);
        return sync.ToArray();
    }
}
