using GymSharp.Physics2D;

namespace GymSharp.Environments.Box2D;

/// <summary>An environment with a world that others may step.</summary>
/// <typeparam name="TAction">Type of the actions.</typeparam>
internal interface IWorldEnv<in TAction>
{
    /// <summary>Does what comes before the world's step.</summary>
    /// <param name="action">The action of the coming step.</param>
    /// <returns>The world to step, or null where the step is to be refused; then nothing was changed.</returns>
    World? BeginStep(TAction action);

    /// <summary>Notes that the world was stepped: the coming step needs only to look at it.</summary>
    /// <param name="failure">Why it was not.</param>
    void EndStep(Exception? failure);
}
