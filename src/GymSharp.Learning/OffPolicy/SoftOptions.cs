using System.Globalization;
using GymSharp.Learning.Options;

namespace GymSharp.Learning.OffPolicy;

/// <summary>Options that SAC and TQC share, beside those of <see cref="OffPolicyOptions"/>.</summary>
public abstract record SoftOptions : OffPolicyOptions
{
    private const string Auto = "auto";

    /// <summary>α: worth of a nat of entropy.</summary>
    /// <value>
    /// The default is auto: it is learned, from 1 on; <c>auto_0.1</c> begins at 0.1, and a number stays as it is.
    /// </value>
    [Option("worth of a nat of entropy: a number, auto to learn it, or auto_0.1 to begin at 0.1")]
    public string EntCoef { get; init; } = Auto;

    /// <summary>The entropy that a learned coefficient aims at, in nats.</summary>
    /// <value>The default is auto: minus the number of numbers in an action.</value>
    [Option("entropy that a learned coefficient aims at: a number, or auto for minus the size of an action")]
    public string TargetEntropy { get; init; } = Auto;

    /// <summary>Updates between two updates of the target network.</summary>
    /// <value>The default is 1.</value>
    [Option("updates between updates of the target network", Least = 1)]
    public int TargetUpdateInterval { get; init; } = 1;

    /// <summary>Number of critics.</summary>
    /// <value>The default is 2.</value>
    [Option("critics", Least = 1, Most = 64)]
    public int NCritics { get; init; } = 2;

    /// <summary>
    /// Whether noise is a function of the state (gSDE; Raffin, Kober and Stulp, 2021) in place of independent noise in
    /// every step.
    /// </summary>
    /// <value>The default is no.</value>
    [Option("explore by noise that is a function of the state (gSDE)")]
    public bool UseSde { get; init; }

    /// <summary>Steps after which that function is drawn anew.</summary>
    /// <value>The default is -1: it is drawn before each phase of collecting.</value>
    [Option("steps after which the noise of use_sde is drawn anew, -1 for once per phase", Least = -1)]
    public int SdeSampleFreq { get; init; } = -1;

    /// <summary>First logarithm of the standard deviations of <see cref="UseSde"/>.</summary>
    /// <value>The default is -3.</value>
    [Option("first logarithm of the standard deviations of use_sde", Least = -20, Most = 2)]
    public double LogStdInit { get; init; } = -3;

    /// <summary>Whether α is learned.</summary>
    internal bool LearnsEntropy => EntCoef.StartsWith(Auto, StringComparison.Ordinal);

    /// <summary>α at the beginning.</summary>
    internal double FirstEntropy => EntCoef == Auto
        ? 1
        : Number(EntCoef.Replace("auto_", "", StringComparison.Ordinal));

    /// <inheritdoc/>
    public override IEnumerable<string> Errors()
    {
        foreach (string error in base.Errors())
        {
            yield return error;
        }

        if (!(LearnsEntropy ? FirstEntropy > 0 : FirstEntropy >= 0))
        {
            yield return "The option 'ent_coef' must be a number of at least 0, auto, or auto_ and a number above 0 "
                + $"(auto_0.1), got '{EntCoef}'.";
        }

        if (TargetEntropy != Auto && !double.IsFinite(Number(TargetEntropy)))
        {
            yield return $"The option 'target_entropy' must be a number or auto, got '{TargetEntropy}'.";
        }
    }

    /// <summary>The entropy to aim at.</summary>
    /// <param name="size">Numbers in an action.</param>
    internal double Aim(int size) => TargetEntropy == Auto ? -size : Number(TargetEntropy);

    // Not a number where the text is none; comparisons with that fail.
    private static double Number(string text) =>
        double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out double value)
        && double.IsFinite(value)
            ? value
            : double.NaN;
}
