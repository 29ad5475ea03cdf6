using System.Reflection;
using GymSharp.Recording;
using GymSharp.Registration;
using GymSharp.Spaces;

namespace GymSharp.Wrappers;

/// <summary>Puts wrappers around environments whose types are known only at run time, by Gymnasium's names.</summary>
public static class WrapperFactory
{
    private static readonly SortedDictionary<string, Func<Env, EnvArguments, Env>> Makers = new(StringComparer.Ordinal)
    {
        ["AddRenderObservation"] = AddRender,
        ["AddWhiteNoise"] = (env, given) => Make(
            typeof(AddWhiteNoise<,>),
            env,
            Required<double>(given, "probability_of_noise_per_pixel"),
            given.Get("is_noise_grayscale", false)),
        ["Autoreset"] = (env, _) => Make(typeof(Autoreset<,>), env),
        ["ClipAction"] = (env, _) => OfActions(typeof(ClipAction<,>), env),
        ["ClipReward"] = (env, given) => Make(
            typeof(ClipReward<,>), env, given.Get<double?>("min_reward", null), given.Get<double?>("max_reward", null)),
        ["DelayObservation"] = (env, given) => Make(typeof(DelayObservation<,>), env, Required<int>(given, "delay")),
        ["DiscretizeAction"] = (env, given) => OfActions(
            given.Get("multidiscrete", false) ? typeof(MultiDiscretizeAction<,>) : typeof(DiscretizeAction<,>),
            env,
            Whole(given, "bins")),
        ["DiscretizeObservation"] = (env, given) => OfObservations(
            given.Get("multidiscrete", false)
                ? typeof(MultiDiscretizeObservation<,>)
                : typeof(DiscretizeObservation<,>),
            env,
            Whole(given, "bins")),
        ["DtypeObservation"] = Dtype,
        ["FilterObservation"] = Filter,
        ["FlattenObservation"] = (env, _) => Create(
            typeof(FlattenObservation<,,>),
            [ElementOf(SpaceUtilities.FlattenSpace(env.ObservationSpace)), Action(env), Observation(env)],
            env),
        ["FrameStackObservation"] = FrameStack,
        ["GrayscaleObservation"] = (env, given) => Create(
            typeof(GrayscaleObservation<>),
            [Action(Pictures(env, "GrayscaleObservation"))],
            env,
            given.Get("keep_dim", false)),
        ["IdleLimit"] = (env, given) => Make(typeof(IdleLimit<,>), env, Required<int>(given, "max_idle_steps")),
        ["MaxAndSkipObservation"] = (env, given) => OfObservations(
            typeof(MaxAndSkipObservation<,>), env, given.Get("skip", 4)),
        ["NormalizeObservation"] = (env, given) => OfObservations(
            typeof(NormalizeObservation<,>), env, given.Get("epsilon", 1e-8)),
        ["NormalizeReward"] = (env, given) => Make(
            typeof(NormalizeReward<,>), env, given.Get("gamma", 0.99), given.Get("epsilon", 1e-8)),
        ["ObstructView"] = (env, given) => Make(
            typeof(ObstructView<,>),
            env,
            Required<double>(given, "obstructed_pixels_ratio"),
            Required<int>(given, "obstruction_width"),
            given.Get("is_noise_grayscale", false)),
        ["OrderEnforcing"] = (env, given) => Make(
            typeof(OrderEnforcing<,>), env, given.Get("disable_render_order_enforcing", false)),
        ["PassiveEnvChecker"] = (env, _) => Make(typeof(PassiveEnvChecker<,>), env),
        ["RecordEpisodeStatistics"] = (env, given) => Make(
            typeof(RecordEpisodeStatistics<,>),
            env,
            given.Get("buffer_length", 100),
            given.Get("stats_key", "episode"),
            null),
        ["RecordVideo"] = (env, given) => Make(
            typeof(RecordVideo<,>),
            env,
            Required<string>(given, "video_folder"),
            new RecordVideoOptions
            {
                VideoLength = given.Get("video_length", 0),
                NamePrefix = given.Get("name_prefix", "rl-video"),
                Fps = given.Get<double?>("fps", null),
            }),
        ["RenderCollection"] = (env, given) => Make(
            typeof(RenderCollection<,>), env, given.Get("pop_frames", true), given.Get("reset_clean", true)),
        ["RepeatAction"] = (env, given) => Make(typeof(RepeatAction<,>), env, Required<int>(given, "num_repeats")),
        ["RescaleAction"] = (env, given) => OfActions(
            typeof(RescaleAction<,>), env, Numbers(given, "min_action"), Numbers(given, "max_action")),
        ["RescaleObservation"] = (env, given) => OfObservations(
            typeof(RescaleObservation<,>), env, Numbers(given, "min_obs"), Numbers(given, "max_obs")),
        ["ReshapeObservation"] = (env, given) => OfObservations(
            typeof(ReshapeObservation<,>), env, Whole(given, "shape")),
        ["ResizeObservation"] = Resize,
        ["StickyAction"] = Sticky,
        ["TimeAwareObservation"] = TimeAware,
        ["TimeLimit"] = (env, given) => Make(typeof(TimeLimit<,>), env, Required<int>(given, "max_episode_steps")),
    };

    /// <summary>Names that <see cref="Apply"/> knows.</summary>
    public static IReadOnlyCollection<string> Names => Makers.Keys;

    /// <summary>Puts a wrapper around an environment.</summary>
    /// <param name="env">The environment to wrap.</param>
    /// <param name="name">Gymnasium's name of the wrapper, for example <c>TimeLimit</c>.</param>
    /// <param name="arguments">Gymnasium's names and values of its arguments; null for none.</param>
    /// <exception cref="ArgumentException">
    /// There is no such wrapper, it does not fit the environment, or an argument is missing, unknown or wrong.
    /// </exception>
    public static Env Apply(Env env, string name, EnvArguments? arguments = null)
    {
        ArgumentNullException.ThrowIfNull(env);
        ArgumentNullException.ThrowIfNull(name);
        if (!Makers.TryGetValue(name, out Func<Env, EnvArguments, Env>? maker))
        {
            throw new ArgumentException(
                $"There is no wrapper '{name}'.{Suggestions.DidYouMean(name, Names)} There are: "
                + $"{string.Join(", ", Names)}.",
                nameof(name));
        }

        EnvArguments given = arguments ?? [];
        Env wrapped = maker(env, given);
        given.ExpectAllAsked(name);
        return wrapped;
    }

    private static Env AddRender(Env env, EnvArguments given) => given.Get("render_only", true)
        ? Create(typeof(RenderOnlyObservation<,>), [Action(env), Observation(env)], env)
        : Create(
            typeof(AddRenderObservation<,>),
            [Action(env), Observation(env)],
            env,
            given.Get("render_key", "pixels"),
            given.Get("obs_key", "state"));

    private static Env Dtype(Env env, EnvArguments given)
    {
        Type target = DTypes.Parse(Required<string>(given, "dtype")).ClrType();
        return Observation(env) == typeof(int)
            ? Create(typeof(DtypeObservation<,>), [target, Action(env)], env)
            : Create(typeof(DtypeObservation<,,>), [target, Action(env), ElementOf(env.ObservationSpace)], env);
    }

    private static Env Filter(Env env, EnvArguments given) => Observation(env) == typeof(DictValue)
        ? Make(typeof(FilterObservation<,>), env, (object)Required<string[]>(given, "filter_keys"))
        : Observation(env) == typeof(object[])
            ? Make(typeof(FilterObservation<,>), env, Required<int[]>(given, "filter_keys"))
            : throw new ArgumentException(
                "FilterObservation is only usable with Dict and Tuple observations, actual space: "
                + $"{env.ObservationSpace}.",
                nameof(env));

    private static Env FrameStack(Env env, EnvArguments given)
    {
        int stackSize = Required<int>(given, "stack_size");
        object padding = FramePadding.Reset;
        if (given.TryGet("padding_type", out object? value) && value is not null)
        {
            padding = value is string
                ? given.Get("padding_type", FramePadding.Reset)
                : env.ObservationSpace.CoerceValue(value);
        }

        Type observation = Observation(env);
        return observation.IsArray && observation != typeof(object[])
            ? OfObservations(typeof(FrameStackObservation<,>), env, stackSize, padding)
            : Create(
                typeof(FrameStackObservation<,,>),
                [StackSpace.TypeOf(env.ObservationSpace, stackSize), Action(env), observation],
                env,
                stackSize,
                padding);
    }

    private static Env Resize(Env env, EnvArguments given)
    {
        int[] shape = Whole(given, "shape");
        return shape.Length == 2
            ? Create(typeof(ResizeObservation<>), [Action(Pictures(env, "ResizeObservation"))], env, shape[0], shape[1])
            : throw new ArgumentException(
                $"ResizeObservation requires a shape of two numbers (height, width), got {shape.Length}.",
                nameof(given));
    }

    private static Env Sticky(Env env, EnvArguments given)
    {
        int[] duration = given.Has("repeat_action_duration") ? Whole(given, "repeat_action_duration") : [1];
        return duration.Length is 1 or 2
            ? Make(
                typeof(StickyAction<,>),
                env,
                Required<double>(given, "repeat_action_probability"),
                duration[0],
                (int?)duration[^1])
            : throw new ArgumentException(
                $"repeat_action_duration should be one number or two, got {duration.Length}.", nameof(given));
    }

    private static Env TimeAware(Env env, EnvArguments given)
    {
        bool normalizes = given.Get("normalize_time", false);
        string key = given.Get("dict_time_key", "time");
        if (given.Get("flatten", true))
        {
            Space flat = SpaceUtilities.FlattenSpace(TimedValues.Space(env, normalizes, key));
            Type[] types = [ElementOf(flat), Action(env), Observation(env)];
            return Create(typeof(TimeAwareObservation<,,>), types, env, normalizes, key);
        }

        return Observation(env) == typeof(object[])
            ? Create(typeof(TimeAwareTupleObservation<>), [Action(env)], env, normalizes)
            : Create(typeof(TimeAwareDictObservation<,>), [Action(env), Observation(env)], env, normalizes, key);
    }

    private static Env Make(Type wrapper, Env env, params object?[] arguments) =>
        Create(wrapper, [Observation(env), Action(env)], [env, .. arguments]);

    private static Env OfObservations(Type wrapper, Env env, params object?[] arguments) =>
        Create(wrapper, [ElementOf(env.ObservationSpace), Action(env)], [env, .. arguments]);

    private static Env OfActions(Type wrapper, Env env, params object?[] arguments) =>
        Create(wrapper, [Observation(env), ElementOf(env.ActionSpace)], [env, .. arguments]);

    private static Env Create(Type wrapper, Type[] types, params object?[] arguments)
    {
        Type closed;
        try
        {
            closed = wrapper.MakeGenericType(types);
        }
        catch (ArgumentException error)
        {
            throw new ArgumentException(
                $"{wrapper.Name.Split('`')[0]} cannot be used with elements of "
                + $"{string.Join(", ", types.Select(TypeNames.Of))}.",
                nameof(types),
                error);
        }

        return (Env)Activator.CreateInstance(
            closed,
            BindingFlags.Instance | BindingFlags.Public | BindingFlags.DoNotWrapExceptions,
            binder: null,
            arguments,
            culture: null)!;
    }

    private static Type Observation(Env env) => env.ObservationSpace.ValueType;

    private static Type Action(Env env) => env.ActionSpace.ValueType;

    private static Env Pictures(Env env, string wrapper) => env is { ObservationSpace: Box<byte> }
        ? env
        : throw new ArgumentException(
            $"{wrapper} requires images: a Box of uint8 as observation space, got {env.ObservationSpace}.",
            nameof(env));

    private static Type ElementOf(Space space) =>
        space.ValueType is { IsArray: true } array && array != typeof(object[])
        ? array.GetElementType()!
        : throw new ArgumentException(
            $"The wrapper requires a Box space, got {space}. Put FlattenObservation or DtypeObservation below where "
            + "that helps.",
            nameof(space));

    private static T Required<T>(EnvArguments given, string name) => given.Has(name)
        ? given.Get<T>(name, default!)
        : throw new ArgumentException($"The argument '{name}' is missing.", nameof(given));

    private static int[] Whole(EnvArguments given, string name) =>
        given.TryGet(name, out object? value) && value is not Array
            ? [Required<int>(given, name)]
            : Required<int[]>(given, name);

    private static double[] Numbers(EnvArguments given, string name) =>
        given.TryGet(name, out object? value) && value is not Array
            ? [Required<double>(given, name)]
            : Required<double[]>(given, name);
}
