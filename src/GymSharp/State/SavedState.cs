namespace GymSharp.State;

/// <summary>Saves and restores an object through the one method that reads or writes its fields.</summary>
internal static class SavedState
{
    /// <summary>The fields as bytes.</summary>
    /// <param name="sync">Reads or writes all fields.</param>
    public static byte[] Save(Action<StateSync> sync)
    {
        StateSync writing = StateSync.ForWriting();
        sync(writing);
        return writing.ToArray();
    }

    /// <summary>Puts the fields back.</summary>
    /// <param name="state">What <see cref="Save"/> gave.</param>
    /// <param name="sync">Reads or writes all fields.</param>
    /// <exception cref="StateFormatException">The bytes do not fit; the fields are as they were before.</exception>
    public static void Restore(ReadOnlySpan<byte> state, Action<StateSync> sync)
    {
        StateSync reading = StateSync.ForReading(state);
        byte[] before = Save(sync);
        try
        {
            sync(reading);
            reading.ExpectEnd();
        }
        catch (StateFormatException)
        {
            sync(StateSync.ForReading(before));
            throw;
        }
    }
}
