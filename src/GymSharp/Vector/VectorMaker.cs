using GymSharp.Registration;

namespace GymSharp.Vector;

/// <summary>Makes a batch of environments from a spec, by the rules of Gymnasium's <c>make_vec</c>.</summary>
internal static class VectorMaker
{
    /// <summary>Makes the batch.</summary>
    public static VectorEnv Make(EnvSpec spec, int numEnvs, MakeVecOptions options)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(numEnvs, 1);
        if (spec.Needs() is { } missing)
        {
            throw new EnvUnavailableException($"{spec.Id} cannot be made here. It needs {missing}");
        }

        VectorizationMode mode = options.Mode
            ?? (spec.CreateVector is null ? VectorizationMode.Sync : VectorizationMode.Native);
        if (options.Workers is not null && mode != VectorizationMode.Parallel)
        {
            throw new ArgumentException(
                $"The number of workers belongs to the mode {VectorizationMode.Parallel}, not to {mode}. "
                + $"Set Mode = VectorizationMode.{VectorizationMode.Parallel}, or leave Workers out.",
                nameof(options));
        }

        VectorEnv envs = mode switch
        {
            VectorizationMode.Sync => MakeSeparate(spec, numEnvs, options, workers: 1),
            VectorizationMode.Parallel => MakeSeparate(
                spec, numEnvs, options, options.Workers ?? Math.Min(numEnvs, Environment.ProcessorCount)),
            VectorizationMode.Native => MakeOwn(spec, numEnvs, options, spec.CreateVector, "native"),
            _ => MakeOwn(spec, numEnvs, options, SimdForm(spec), "SIMD"),
        };
        envs.Spec = spec;
        return envs;
    }

    private static VectorEnv MakeSeparate(EnvSpec spec, int numEnvs, MakeVecOptions options, int workers)
    {
        List<Env> envs = [];
        try
        {
            for (int i = 0; i < numEnvs; i++)
            {
                Env env = EnvMaker.Make(spec, options.Make);
                envs.Add(env);
                foreach (Func<Env, Env> wrap in options.Wrappers)
                {
                    envs[i] = wrap(envs[i]);
                }
            }

            return ParallelVectorEnv.Create(envs, options.Autoreset ?? AutoresetMode.NextStep, workers);
        }
        catch
        {
            foreach (Env env in envs)
            {
                env.Dispose();
            }

            throw;
        }
    }

    private static VectorEnv MakeOwn(
        EnvSpec spec, int numEnvs, MakeVecOptions options, Func<EnvArguments, int, VectorEnv>? create, string form)
    {
        if (create is null)
        {
            throw new ArgumentException(
                $"Cannot create a {form} batch of {spec.Id} because it has none. "
                + $"Use VectorizationMode.{VectorizationMode.Sync} or {VectorizationMode.Parallel}.",
                nameof(options));
        }

        if (options.Wrappers.Count > 0)
        {
            throw new ArgumentException(
                $"The {form} batch of {spec.Id} has no separate environments to wrap. "
                + $"Set Mode = VectorizationMode.{VectorizationMode.Sync}, or leave the wrappers out.",
                nameof(options));
        }

        EnvArguments arguments = Arguments(spec, options);
        return Checked(create(arguments, numEnvs), spec, arguments, options);
    }

    private static Func<EnvArguments, int, VectorEnv>? SimdForm(EnvSpec spec) => spec.CreateBatched is { } create
        ? (arguments, numEnvs) => BatchedVectorEnv.Wrap(create(arguments, numEnvs))
        : null;

    private static EnvArguments Arguments(EnvSpec spec, MakeVecOptions options)
    {
        EnvArguments arguments = new() { RenderMode = options.Make.RenderMode };
        foreach (KeyValuePair<string, object?> argument in spec.Arguments.Concat(options.Make.Arguments))
        {
            arguments[argument.Key] = argument.Value;
        }

        int? limit = options.Make.MaxEpisodeSteps == -1
            ? int.MaxValue
            : options.Make.MaxEpisodeSteps ?? spec.MaxEpisodeSteps;
        if (limit is not null && !options.Make.Arguments.ContainsKey("max_episode_steps"))
        {
            arguments["max_episode_steps"] = limit;
        }

        return arguments;
    }

    private static VectorEnv Checked(VectorEnv envs, EnvSpec spec, EnvArguments arguments, MakeVecOptions options)
    {
        try
        {
            arguments.ExpectAllAsked(spec.Id);
            if (options.Autoreset is { } autoreset && autoreset != envs.AutoresetMode)
            {
                throw new ArgumentException(
                    $"The {options.Mode ?? VectorizationMode.Native} batch of {spec.Id} resets by "
                    + $"{envs.AutoresetMode} only. "
                    + $"For {autoreset} set Mode = VectorizationMode.{VectorizationMode.Sync}.",
                    nameof(options));
            }

            if (options.Make.RenderMode != RenderMode.None
                && !envs.Metadata.RenderModes.Contains(options.Make.RenderMode))
            {
                throw new ArgumentException(
                    $"The batch of {spec.Id} cannot render as {options.Make.RenderMode}. "
                    + $"It can as: {string.Join(", ", envs.Metadata.RenderModes)}.",
                    nameof(options));
            }

            return envs;
        }
        catch
        {
            envs.Dispose();
            throw;
        }
    }
}
