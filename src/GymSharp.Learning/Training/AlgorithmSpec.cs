using GymSharp.Learning.Options;

namespace GymSharp.Learning.Training;

/// <summary>An algorithm that can be named: its options and how it is made.</summary>
public sealed class AlgorithmSpec
{
    private readonly Func<IEnumerable<KeyValuePair<string, object?>>, object> bind;
    private readonly Func<Env, object, LearnerSetup, ILearner> create;

    private AlgorithmSpec(
        string name,
        string description,
        Type optionsType,
        Func<IEnumerable<KeyValuePair<string, object?>>, object> bind,
        Func<Env, object, LearnerSetup, ILearner> create)
    {
        Name = name;
        Description = description;
        OptionsType = optionsType;
        this.bind = bind;
        this.create = create;
    }

    /// <summary>Name on the command line, for example <c>q-learning</c>.</summary>
    public string Name { get; }

    /// <summary>What it is, in one line.</summary>
    public string Description { get; }

    /// <summary>The record that holds its options.</summary>
    public Type OptionsType { get; }

    /// <summary>Steps of a run when nothing else is said.</summary>
    public long DefaultSteps { get; init; } = 100_000;

    /// <summary>Describes an algorithm.</summary>
    /// <typeparam name="TOptions">The record that holds its options.</typeparam>
    /// <param name="name">Name on the command line.</param>
    /// <param name="description">What it is, in one line.</param>
    /// <param name="create">Makes the learner; it takes over the environment.</param>
    public static AlgorithmSpec For<TOptions>(
        string name, string description, Func<Env, TOptions, LearnerSetup, ILearner> create)
        where TOptions : class, new() =>
        new(name, description, typeof(TOptions), values => OptionBinder.Bind<TOptions>(values),
            (env, options, setup) => create(env, (TOptions)options, setup));

    /// <summary>Makes an option record from names and values.</summary>
    /// <exception cref="ArgumentException">One or more values are wrong; the message lists them all.</exception>
    public object BindOptions(IEnumerable<KeyValuePair<string, object?>> values) => bind(values);

    /// <summary>Makes the learner; it takes over the environment.</summary>
    /// <exception cref="ArgumentException">The environment does not suit the algorithm.</exception>
    public ILearner Create(Env env, object options, LearnerSetup setup) => create(env, options, setup);
}
