namespace GymSharp.Learning;

/// <summary>Something that has learned (or not) and can be put into an environment to act there.</summary>
public interface IAgent
{
    /// <summary>Prepares to act in an environment.</summary>
    /// <param name="env">An environment of the kind the agent was made for; its caller disposes it.</param>
    /// <exception cref="ArgumentException">The environment's spaces do not fit this agent.</exception>
    IActor On(Env env);
}
