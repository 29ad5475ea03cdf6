using GymSharp.Wrappers;

namespace GymSharp.Registration;

/// <summary>Makes an environment from a spec and puts the default wrappers around it.</summary>
internal static class EnvMaker
{
    /// <summary>
    /// Makes the environment with passive checks, order enforcing and time limit, in this order from the inside.
    /// </summary>
    public static Env Make(EnvSpec spec, MakeOptions options)
    {
        Env env = MakeUnwrapped(spec, options);
        if (!(options.DisableEnvChecker ?? spec.DisableEnvChecker))
        {
            env = env.Accept(new PassiveChecks());
        }

        if (spec.OrderEnforce)
        {
            env = env.Accept(new Order());
        }

        // As in Gymnasium, -1 takes the registered limit away and null keeps it.
        int? limit = options.MaxEpisodeSteps == -1 ? null : options.MaxEpisodeSteps ?? spec.MaxEpisodeSteps;
        return limit is { } steps ? env.Accept(new Limit(steps)) : env;
    }

    /// <summary>Makes the environment alone.</summary>
    public static Env MakeUnwrapped(EnvSpec spec, MakeOptions options)
    {
        if (spec.Needs() is { } missing)
        {
            throw new EnvUnavailableException($"{spec.Id} cannot be made here. It needs {missing}");
        }

        EnvArguments arguments = Merge(spec, options);
        Env env = spec.Create(arguments);
        try
        {
            arguments.ExpectAllAsked(spec.Id);
            if (options.RenderMode != RenderMode.None && !env.Metadata.RenderModes.Contains(options.RenderMode))
            {
                throw new ArgumentException(
                    $"{spec.Id} cannot render as {options.RenderMode}. "
                    + $"It can as: {string.Join(", ", env.Metadata.RenderModes)}.",
                    nameof(options));
            }
        }
        catch
        {
            env.Dispose();
            throw;
        }

        env.Spec = spec;
        return env;
    }

    private static EnvArguments Merge(EnvSpec spec, MakeOptions options)
    {
        EnvArguments arguments = new() { RenderMode = options.RenderMode };
        foreach (KeyValuePair<string, object?> argument in spec.Arguments.Concat(options.Arguments))
        {
            arguments[argument.Key] = argument.Value;
        }

        return arguments;
    }

    private sealed class PassiveChecks : IEnvVisitor<Env>
    {
        public Env Visit<TObservation, TAction>(Env<TObservation, TAction> env)
            where TObservation : notnull
            where TAction : notnull => new PassiveEnvChecker<TObservation, TAction>(env);
    }

    private sealed class Order : IEnvVisitor<Env>
    {
        public Env Visit<TObservation, TAction>(Env<TObservation, TAction> env)
            where TObservation : notnull
            where TAction : notnull => new OrderEnforcing<TObservation, TAction>(env);
    }

    private sealed class Limit(int steps) : IEnvVisitor<Env>
    {
        public Env Visit<TObservation, TAction>(Env<TObservation, TAction> env)
            where TObservation : notnull
            where TAction : notnull => new TimeLimit<TObservation, TAction>(env, steps);
    }
}
