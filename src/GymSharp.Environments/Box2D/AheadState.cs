using System.Runtime.ExceptionServices;

namespace GymSharp.Environments.Box2D;

/// <summary>Whether an environment's world was stepped before its step.</summary>
internal struct AheadState
{
    private Exception? failure;

    /// <summary>Whether the world was stepped, or failed at it.</summary>
    public bool IsAhead { get; private set; }

    /// <summary>Notes that the world was stepped, or why it was not.</summary>
    public void Set(Exception? failed)
    {
        IsAhead = true;
        failure = failed;
    }

    /// <summary>Forgets it.</summary>
    public void Clear() => this = default;

    /// <summary>Whether the world is a step ahead; it counts for one step.</summary>
    /// <exception cref="InvalidOperationException">The world failed.</exception>
    public bool Take()
    {
        (bool was, Exception? failed) = (IsAhead, failure);
        Clear();
        if (failed is not null)
        {
            ExceptionDispatchInfo.Throw(failed);
        }

        return was;
    }
}
