using GymSharp.State;

namespace GymSharp.Environments.Atari;

/// <content>Clones, and the whole state.</content>
public sealed partial class AleMachine
{
    /// <summary>Copies the state of the game.</summary>
    /// <param name="withGenerator">Whether the generator of sticky actions belongs to the copy.</param>
    /// <returns>Bytes that <see cref="Restore"/> accepts.</returns>
    /// <remarks>
    /// As in the reference, the screen, the actions before and the switches already set are no part of it.
    /// </remarks>
    public byte[] Clone(bool withGenerator)
    {
        StateSync sync = StateSync.ForWriting();
        SyncClone(sync, withGenerator);
        return sync.ToArray();
    }

    /// <summary>Puts a copy of the state back. The screen changes with the next frame.</summary>
    /// <param name="clone">What <see cref="Clone"/> gave.</param>
    /// <exception cref="StateFormatException">The bytes are damaged or belong to another game; nothing was
    /// changed.</exception>
    public void Restore(ReadOnlySpan<byte> clone)
    {
        byte[] before = Clone(withGenerator: true);
        try
        {
            StateSync sync = StateSync.ForReading(clone);
            SyncClone(sync, withGenerator: false);
            sync.ExpectEnd();
        }
        catch (StateFormatException)
        {
            SyncClone(StateSync.ForReading(before), withGenerator: true);
            throw;
        }
    }

    /// <summary>Reads or writes everything that decides the future.</summary>
    internal void Sync(StateSync sync)
    {
        SyncClone(sync, withGenerator: true);
        sticky.SyncActions(sync);
        controls.SyncInputs(sync);
        uint[] generator = [.. console.ResetGenerator];
        sync.Sync(generator.AsSpan());
        if (sync.IsReading)
        {
            RestoreGenerator(generator);
        }
    }

    private void SyncClone(StateSync sync, bool withGenerator)
    {
        sync.Marker(Game.Name);
        byte[] saved = sync.IsReading ? [] : console.Save();
        sync.Sync(ref saved);
        if (sync.IsReading)
        {
            RestoreConsole(saved);
        }

        score.Sync(sync);
        controls.SyncClone(sync);
        sync.Sync(ref frameNumber);
        sync.Sync(ref episodeFrameNumber);
        sync.Sync(ref mode);
        sync.Sync(ref withGenerator);
        if (withGenerator)
        {
            sticky.SyncGenerator(sync);
        }

        console.Ram.CopyTo(score.Input.Ram);
    }

    private void RestoreConsole(byte[] saved)
    {
        try
        {
            console.Restore(saved);
        }
        catch (FormatException inner)
        {
            throw new StateFormatException("The saved state does not belong to this game. " + inner.Message, inner);
        }
    }

    private void RestoreGenerator(uint[] generator)
    {
        try
        {
            console.ResetGenerator = generator;
        }
        catch (ArgumentException inner)
        {
            throw new StateFormatException("The saved state holds no state of a generator.", inner);
        }
    }
}
