using GymSharp.Learning.Options;
using GymSharp.Vector;

namespace GymSharp.Learning.Training;

/// <summary>An algorithm that can be named: its options and how it is made.</summary>
public sealed class AlgorithmSpec
{
    private readonly Func<IEnumerable<KeyValuePair<string, object?>>, object> bind;
    private readonly Func<Env, object, LearnerSetup, ILearner>? create;
    private readonly Func<VectorEnv, object, LearnerSetup, ILearner>? createForVector;

    private AlgorithmSpec(
        string name,
        string description,
        (Type Type, Func<IEnumerable<KeyValuePair<string, object?>>, object> Bind) options,
        Func<Env, object, LearnerSetup, ILearner>? create = null,
        Func<VectorEnv, object, LearnerSetup, ILearner>? createForVector = null)
    {
        Name = name;
        Description = description;
        OptionsType = options.Type;
        bind = options.Bind;
        this.create = create;
        this.createForVector = createForVector;
    }

    /// <summary>Name on the command line, for example <c>q-learning</c>.</summary>
    public string Name { get; }

    /// <summary>What it is, in one line.</summary>
    public string Description { get; }

    /// <summary>The record that holds its options.</summary>
    public Type OptionsType { get; }

    /// <summary>Whether it learns from a batch of environments; its options are <see cref="IVectorOptions"/>.</summary>
    public bool IsVector => createForVector is not null;

    /// <summary>Steps of a run when nothing else is said.</summary>
    public long DefaultSteps { get; init; } = 100_000;

    /// <summary>Describes an algorithm that learns from one environment.</summary>
    /// <typeparam name="TOptions">The record that holds its options.</typeparam>
    /// <param name="name">Name on the command line.</param>
    /// <param name="description">What it is, in one line.</param>
    /// <param name="create">Makes the learner; it takes over the environment.</param>
    public static AlgorithmSpec For<TOptions>(
        string name, string description, Func<Env, TOptions, LearnerSetup, ILearner> create)
        where TOptions : class, new() =>
        new(name, description, Options<TOptions>(),
            create: (env, options, setup) => create(env, (TOptions)options, setup));

    /// <summary>Describes an algorithm that learns from environments side by side.</summary>
    /// <typeparam name="TOptions">The record that holds its options.</typeparam>
    /// <param name="name">Name on the command line.</param>
    /// <param name="description">What it is, in one line.</param>
    /// <param name="create">
    /// Makes the learner; it takes over the batch, which resets by <see cref="AutoresetMode.SameStep"/>.
    /// </param>
    public static AlgorithmSpec ForVector<TOptions>(
        string name, string description, Func<VectorEnv, TOptions, LearnerSetup, ILearner> create)
        where TOptions : class, IVectorOptions, new() =>
        new(name, description, Options<TOptions>(),
            createForVector: (envs, options, setup) => create(envs, (TOptions)options, setup));

    /// <summary>Makes an option record from names and values.</summary>
    /// <exception cref="ArgumentException">One or more values are wrong; the message lists them all.</exception>
    public object BindOptions(IEnumerable<KeyValuePair<string, object?>> values) => bind(values);

    /// <summary>Makes the learner of one environment; it takes over the environment.</summary>
    /// <exception cref="ArgumentException">The environment does not suit the algorithm.</exception>
    /// <exception cref="InvalidOperationException">The algorithm needs a batch.</exception>
    public ILearner Create(Env env, object options, LearnerSetup setup) => create is not null
        ? create(env, options, setup)
        : throw new InvalidOperationException(
            $"{Name} learns from a batch of environments. Make one with Gym.MakeVec, Autoreset = SameStep.");

    /// <summary>Makes the learner of a batch of environments; it takes over the batch.</summary>
    /// <exception cref="ArgumentException">The environments do not suit the algorithm.</exception>
    /// <exception cref="InvalidOperationException">The algorithm learns from one environment.</exception>
    public ILearner Create(VectorEnv envs, object options, LearnerSetup setup) => createForVector is not null
        ? createForVector(envs, options, setup)
        : throw new InvalidOperationException(
            $"{Name} learns from one environment at a time. Make it with Gym.Make.");

    private static (Type Type, Func<IEnumerable<KeyValuePair<string, object?>>, object> Bind) Options<TOptions>()
        where TOptions : class, new() => (typeof(TOptions), values => OptionBinder.Bind<TOptions>(values));
}
