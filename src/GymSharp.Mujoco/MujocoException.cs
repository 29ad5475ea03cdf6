namespace GymSharp.Mujoco;

/// <summary>
/// MuJoCo refused something: a model that does not compile, a state that is not finite, a library of another version.
/// </summary>
public class MujocoException : Exception
{
    /// <summary>Makes the exception with a message.</summary>
    public MujocoException(string message)
        : base(message)
    {
    }

    /// <summary>Makes the exception without a message of its own.</summary>
    public MujocoException()
    {
    }

    /// <summary>Makes the exception with a cause.</summary>
    public MujocoException(string message, Exception innerException)
        : base(message, innerException)
    {
    }
}
