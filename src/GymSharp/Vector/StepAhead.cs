namespace GymSharp.Vector;

/// <summary>Finds out which environments can be stepped together.</summary>
internal static class StepAhead
{
    /// <summary>Whether an environment takes its steps together with others, if those can.</summary>
    public static bool IsPossible<TAction>(Env env)
        where TAction : notnull => env.ActionTarget is IStepsAhead<TAction>;

    /// <summary>Makes what steps environments together; null where they cannot be.</summary>
    public static IStepAhead<TAction>? Of<TAction>(ReadOnlySpan<Env> envs)
        where TAction : notnull
    {
        Env[] targets = new Env[envs.Length];
        for (int i = 0; i < targets.Length; i++)
        {
            if (envs[i].ActionTarget is not IStepsAhead<TAction>)
            {
                return null;
            }

            targets[i] = envs[i].ActionTarget!;
        }

        return targets.Length < 2 ? null : ((IStepsAhead<TAction>)targets[0]).CreateAhead(targets);
    }
}
