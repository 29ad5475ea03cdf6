using System.Text.Json.Nodes;
using GymSharp.Spaces;
using GymSharp.State;

namespace GymSharp.Wrappers;

/// <summary>Saves and loads observations and actions that a wrapper holds.</summary>
internal static class ValueSync
{
    /// <summary>
    /// Reads or writes a value of a space: numbers and arrays of numbers as they are, other values as JSON.
    /// </summary>
    public static void Sync<T>(StateSync sync, Space<T> space, ref T value)
        where T : notnull
    {
        if (SyncFloats(sync, ref value) || SyncSigned(sync, ref value) || SyncUnsigned(sync, ref value))
        {
            return;
        }

        string? text = sync.IsReading ? null : space.ToJson(value)?.ToJsonString() ?? "null";
        sync.Sync(ref text);
        if (sync.IsReading)
        {
            value = Parse(space, text);
        }
    }

    /// <summary>Reads or writes a value that may be absent.</summary>
    /// <param name="sync">What reads or writes.</param>
    /// <param name="space">The space of the value.</param>
    /// <param name="isPresent">Whether there is a value.</param>
    /// <param name="value">The value, which is left alone where there is none.</param>
    public static void SyncOptional<T>(StateSync sync, Space<T> space, ref bool isPresent, ref T? value)
        where T : notnull
    {
        sync.Sync(ref isPresent);
        if (isPresent)
        {
            T present = value!;
            Sync(sync, space, ref present);
            value = present;
        }
    }

    private static bool SyncFloats<T>(StateSync sync, ref T value) =>
        SyncAs<T, float>(sync, ref value) || SyncAs<T, double>(sync, ref value) || SyncAs<T, Half>(sync, ref value);

    private static bool SyncSigned<T>(StateSync sync, ref T value) =>
        SyncAs<T, int>(sync, ref value) || SyncAs<T, long>(sync, ref value)
        || SyncAs<T, sbyte>(sync, ref value) || SyncAs<T, short>(sync, ref value);

    private static bool SyncUnsigned<T>(StateSync sync, ref T value) =>
        SyncAs<T, byte>(sync, ref value) || SyncAs<T, bool>(sync, ref value) || SyncAs<T, ushort>(sync, ref value)
        || SyncAs<T, uint>(sync, ref value) || SyncAs<T, ulong>(sync, ref value);

    private static bool SyncAs<T, TElement>(StateSync sync, ref T value)
        where TElement : unmanaged
    {
        if (typeof(T) == typeof(TElement))
        {
            TElement single = (TElement)(object)value!;
            sync.Sync(ref single);
            value = (T)(object)single;
            return true;
        }

        if (typeof(T) == typeof(TElement[]))
        {
            // A copy is read into, so that memory handed out earlier does not change.
            TElement[] array = sync.IsReading ? [] : (TElement[])(object)value!;
            sync.Sync(ref array);
            value = (T)(object)array;
            return true;
        }

        return false;
    }

    private static T Parse<T>(Space<T> space, string? text)
        where T : notnull
    {
        try
        {
            return space.FromJson(JsonNode.Parse(text ?? ""));
        }
        catch (Exception error) when (error is FormatException or System.Text.Json.JsonException)
        {
            throw new StateFormatException($"The saved state is damaged: it holds no value of {space}.", error);
        }
    }
}
