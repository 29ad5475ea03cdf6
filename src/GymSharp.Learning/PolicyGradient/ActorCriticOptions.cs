using GymSharp.Learning.Options;

namespace GymSharp.Learning.PolicyGradient;

/// <summary>Options that all algorithms share which collect a fixed number of steps and learn a critic.</summary>
public abstract record ActorCriticOptions : PolicyOptions
{
    /// <summary>Steps in each environment between two updates.</summary>
    /// <value>The default is 2048 (A2C: 5).</value>
    [Option("steps in each environment between two updates", Least = 1, Most = 1_000_000)]
    public int StepsPerUpdate { get; init; } = 2048;

    /// <summary>λ: 0 trusts the critic, 1 the rewards.</summary>
    /// <value>The default is 0.95 (A2C: 1).</value>
    [Option("λ of generalised advantage estimation", Least = 0, Most = 1)]
    public double GaeLambda { get; init; } = 0.95;

    /// <summary>
    /// Whether Box actions are explored by noise that is a function of the state (gSDE; Raffin, Kober and Stulp, 2021).
    /// </summary>
    /// <value>The default is no: independent noise in every step.</value>
    [Option("explore Box actions by noise that is a function of the state")]
    public bool Gsde { get; init; }

    /// <summary>Steps after which that function is drawn anew.</summary>
    /// <value>The default is none: it is drawn before each collection.</value>
    [Option("steps after which the noise of gsde is drawn anew", Least = 1)]
    public int? GsdeSampleFrequency { get; init; }

    /// <summary>
    /// Whether policy and values are means over an observation and its mirror image: where the task is the same in a
    /// mirror, so is what the agent does. For pictures, see <see cref="IMirrored"/>.
    /// </summary>
    /// <value>The default is no.</value>
    [Option(Views.Mirror.Choice)]
    public bool Mirror { get; init; }
}
