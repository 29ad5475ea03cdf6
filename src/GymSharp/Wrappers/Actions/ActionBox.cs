using GymSharp.Spaces;

namespace GymSharp.Wrappers;

/// <summary>Checks that actions are vectors of a box.</summary>
internal static class ActionBox
{
    /// <summary>The action space as a box.</summary>
    /// <exception cref="ArgumentException">It is another space.</exception>
    public static Box<T> Expect<TObservation, T>(Env<TObservation, T[]> env, string wrapper)
        where TObservation : notnull
        where T : unmanaged
    {
        ArgumentNullException.ThrowIfNull(env);
        return (Space)env.ActionSpace as Box<T> ?? throw new ArgumentException(
            $"{wrapper} requires a Box action space, got {env.ActionSpace}.", nameof(env));
    }

    /// <summary>Refuses an action of another length.</summary>
    /// <exception cref="InvalidActionException">The length differs.</exception>
    public static void ExpectLength<T>(T[] action, int length)
    {
        ArgumentNullException.ThrowIfNull(action);
        if (action.Length != length)
        {
            throw new InvalidActionException(
                $"The action has {action.Length} elements where the action space has {length}. Nothing was changed.");
        }
    }
}
