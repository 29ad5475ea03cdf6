using GymSharp.Registration;

namespace GymSharp.Testing;

/// <summary>
/// Tries an environment against the contract. Anybody's environment gets the whole suite by naming a factory.
/// </summary>
/// <remarks>
/// In a test: <c>Assert.All(EnvConformance.Check(() => new MyGame()), result => Assert.Null(result.Problem));</c>
/// </remarks>
public static class EnvConformance
{
    /// <summary>Checks a registered environment as <c>Gym.Make</c> makes it.</summary>
    /// <param name="id">Id of the environment.</param>
    /// <param name="arguments">Its keyword arguments, or null for none.</param>
    /// <exception cref="UnknownEnvException">Nothing is registered under the id.</exception>
    public static IEnumerable<ConformanceResult> Check(
        string id, IReadOnlyDictionary<string, object?>? arguments = null)
    {
        EnvSpec spec = Gym.Registry.Find(id);
        MakeOptions options = MakeOptions.FromKeywords(
            arguments ?? new Dictionary<string, object?>(StringComparer.Ordinal));
        return Run(mode => Gym.Make(spec, options with { RenderMode = mode }));
    }

    /// <summary>Checks an environment of any origin.</summary>
    /// <param name="factory">Makes a new one at each call, always the same way.</param>
    public static IEnumerable<ConformanceResult> Check(Func<Env> factory)
    {
        ArgumentNullException.ThrowIfNull(factory);
        return Run(_ => factory());
    }

    private static IEnumerable<ConformanceResult> Run(Func<RenderMode, Env> make)
    {
        Subject subject = new(make);
        foreach ((string rule, Action<Subject> check) in ConformanceRules.All)
        {
            yield return new(rule, Problem(subject, check));
        }
    }

    private static string? Problem(Subject subject, Action<Subject> check)
    {
        // Warnings of the environment under test are no concern of the rules that provoke them.
        using IDisposable quiet = GymLog.Capture(static _ => { });
        try
        {
            check(subject);
            return null;
        }
        catch (RuleBrokenException broken)
        {
            return broken.Message;
        }
        catch (Exception error)
        {
            return $"it threw {error.GetType().Name}: {error.Message}";
        }
    }
}
