using GymSharp.Registration;

namespace GymSharp.Vector;

/// <summary>What <c>Gym.MakeVec</c> may be told besides the id and the number of environments.</summary>
public sealed record MakeVecOptions
{
    /// <summary>How the batch is made.</summary>
    /// <value>
    /// The default is null: <see cref="VectorizationMode.Native"/> where the environment has such a form, otherwise
    /// <see cref="VectorizationMode.Sync"/>.
    /// </value>
    public VectorizationMode? Mode { get; init; }

    /// <summary>Threads that step the environments, for <see cref="VectorizationMode.Parallel"/> alone.</summary>
    /// <value>The default is null: as many as there are processors, at most one per environment.</value>
    public int? Workers { get; init; }

    /// <summary>When ended episodes are reset.</summary>
    /// <value>The default is null: <see cref="AutoresetMode.NextStep"/>, or what the native form does.</value>
    public AutoresetMode? Autoreset { get; init; }

    /// <summary>
    /// Wrappers around each environment, applied in order after the default ones; not for native forms.
    /// </summary>
    /// <value>The default is none.</value>
    public IReadOnlyList<Func<Env, Env>> Wrappers { get; init; } = [];

    /// <summary>Options of each environment: render mode, time limit, keyword arguments.</summary>
    /// <value>The default is <see cref="MakeOptions"/> without changes.</value>
    public MakeOptions Make { get; init; } = new();
}
