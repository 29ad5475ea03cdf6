namespace GymSharp.Vector;

/// <summary>Does the work of the coming steps of several environments at once.</summary>
/// <typeparam name="TAction">Type of the actions.</typeparam>
/// <remarks>
/// After <see cref="Run"/>, each environment that was prepared is stepped with the same action, or reset, before
/// anything else is done with it. Its step gives what it would have given anyway, bit for bit; a failure comes to light
/// there too.
/// </remarks>
public interface IStepAhead<TAction>
    where TAction : notnull
{
    /// <summary>Takes an environment into the next <see cref="Run"/>. Never throws.</summary>
    /// <param name="index">Its place in the list that this object was made from.</param>
    /// <param name="action">The action of its coming step; an impossible one is left to the step to refuse.</param>
    void Prepare(int index, TAction action);

    /// <summary>Does the work for all environments that were prepared since the last call.</summary>
    void Run();
}
