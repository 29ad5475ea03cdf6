using GymSharp.Learning.Options;
using GymSharp.Neural;
using GymSharp.Neural.Threading;

namespace GymSharp.Learning.ValueBased;

/// <summary>Options of DQN; the defaults are Stable-Baselines3's.</summary>
public sealed record DqnOptions : ValueOptions
{
    /// <summary>How far a value is from its target.</summary>
    /// <value>The default is huber.</value>
    [Option("huber or mse")]
    public ValueLoss Loss { get; init; }

    /// <summary>
    /// α of Munchausen DQN: how much of the logarithm of an action's probability, by a softmax over the target
    /// network's values, is added to its reward.
    /// </summary>
    /// <value>The default is 0, plain DQN; Vieillard et al. (2020) take 0.9.</value>
    [Option("α of Munchausen DQN; 0: plain DQN", Least = 0, Most = 1)]
    public double Munchausen { get; init; }

    /// <summary>τ of Munchausen DQN: temperature of the softmax, in units of the reward.</summary>
    /// <value>The default is 0.03.</value>
    [Option("temperature of Munchausen DQN's softmax", Above = 0)]
    public double MunchausenTemperature { get; init; } = 0.03;

    /// <inheritdoc/>
    public override IEnumerable<string> Errors()
    {
        foreach (string error in base.Errors())
        {
            yield return error;
        }

        if (Munchausen > 0 && Double)
        {
            yield return "The options 'munchausen' and 'double' exclude each other: a soft maximum picks no next "
                + "action. Set double=false, or munchausen=0.";
        }
    }

    internal override ActionValueModel CreateModel() => new ExpectedValues(Loss);

    internal override Munchausen? CreateMunchausen(QNetwork network, ParameterSet target, ComputeTeam team) =>
        Munchausen > 0 ? new Munchausen(this, network, target, team) : null;
}
