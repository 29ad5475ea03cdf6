using System.Reflection;
using GymSharp.Registration;

namespace GymSharp;

/// <summary>Makes environments by id: <c>Gym.Make&lt;float[], int&gt;("CartPole-v1")</c>.</summary>
public static partial class Gym
{
    private static readonly string[] FirstPartyAssemblies = ["GymSharp.Environments", "GymSharp.Mujoco"];
    private static readonly Lazy<EnvRegistry> LazyRegistry = new(LoadRegistry);

    /// <summary>The environments that can be made by id.</summary>
    public static EnvRegistry Registry => LazyRegistry.Value;

    /// <summary>Makes environments of a user's own available by id.</summary>
    public static void Register(EnvSpec spec) => Registry.Register(spec);

    /// <summary>Makes an environment with the default wrappers: passive checks, order enforcing, time limit.</summary>
    /// <param name="id">For example <c>CartPole-v1</c>; without the version, the latest is meant.</param>
    /// <param name="options">Render mode, time limit, keyword arguments; null for the defaults.</param>
    /// <exception cref="UnknownEnvException">No such id; the message says what is registered.</exception>
    /// <exception cref="ArgumentException">An argument is unknown or of a wrong type.</exception>
    /// <exception cref="EnvUnavailableException">Something the environment needs is missing on this
    /// machine.</exception>
    public static Env Make(string id, MakeOptions? options = null) =>
        Make(Registry.Find(id), options);

    /// <summary>Makes an environment from a description, with the default wrappers.</summary>
    public static Env Make(EnvSpec spec, MakeOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(spec);
        return EnvMaker.Make(spec, options ?? new MakeOptions());
    }

    /// <summary>Makes an environment of known types with the default wrappers.</summary>
    /// <typeparam name="TObservation">Type of its observations.</typeparam>
    /// <typeparam name="TAction">Type of its actions.</typeparam>
    /// <param name="id">For example <c>CartPole-v1</c>.</param>
    /// <param name="options">Render mode, time limit, keyword arguments; null for the defaults.</param>
    /// <exception cref="ArgumentException">The environment has other types; the message names them.</exception>
    public static Env<TObservation, TAction> Make<TObservation, TAction>(string id, MakeOptions? options = null)
        where TObservation : notnull
        where TAction : notnull
    {
        Env env = Make(id, options);
        if (env is Env<TObservation, TAction> typed)
        {
            return typed;
        }

        string actual =
            $"Gym.Make<{TypeNames.Of(env.ObservationSpace.ValueType)}, {TypeNames.Of(env.ActionSpace.ValueType)}>";
        env.Dispose();
        throw new ArgumentException(
            $"{id} is not an environment of <{TypeNames.Of(typeof(TObservation))}, {TypeNames.Of(typeof(TAction))}>. "
            + $"Write {actual}(\"{id}\").",
            nameof(id));
    }

    private static EnvRegistry LoadRegistry()
    {
        EnvRegistry registry = new();
        foreach (string name in FirstPartyAssemblies)
        {
            Assembly assembly;
            try
            {
                assembly = Assembly.Load(name);
            }
            catch (FileNotFoundException)
            {
                // The program was built without this family.
                continue;
            }

            if (assembly.GetCustomAttribute<EnvironmentProviderAttribute>() is { } attribute)
            {
                ((IEnvironmentProvider)Activator.CreateInstance(attribute.Provider)!).Register(registry);
            }
        }

        return registry;
    }
}
