using GymSharp.Learning.PolicyGradient;
using GymSharp.Neural;
using GymSharp.Neural.Optimization;
using GymSharp.State;

namespace GymSharp.Learning.OffPolicy;

/// <summary>
/// α, the worth of entropy, fixed or learned so that the entropy becomes what is aimed at: the loss is
/// <c>−log α · mean(log π + aim)</c>; Haarnoja et al. (2018), "Soft Actor-Critic Algorithms and Applications",
/// section 5.
/// </summary>
internal sealed class Temperature : IDisposable
{
    private readonly ParameterSet set = new();
    private readonly Parameter logarithm;
    private readonly Gradients gradients;
    private readonly Adam optimizer;
    private readonly bool isLearned;
    private readonly double aim;
    private readonly float fixedValue;

    /// <summary>Makes the coefficient.</summary>
    /// <param name="options">Its first value, whether it is learned, and the aim.</param>
    /// <param name="actionSize">Numbers in an action.</param>
    public Temperature(SoftOptions options, int actionSize)
    {
        isLearned = options.LearnsEntropy;
        fixedValue = (float)options.FirstEntropy;
        aim = options.Aim(actionSize);
        logarithm = set.Add("log_ent_coef", new Shape(1));
        logarithm.In(set)[0] = isLearned ? MathF.Log(fixedValue) : 0;
        set.MarkChanged();
        gradients = new Gradients(set);
        optimizer = new Adam(set, new AdamOptions());
    }

    /// <summary>α.</summary>
    public float Value => isLearned ? MathF.Exp(logarithm.In(set)[0]) : fixedValue;

    /// <summary>Takes a step, where α is learned.</summary>
    /// <param name="logProbabilities">Logarithms of the densities of the actor's actions.</param>
    /// <param name="learningRate">Step size.</param>
    public void Learn(ReadOnlySpan<float> logProbabilities, double learningRate)
    {
        if (!isLearned)
        {
            return;
        }

        gradients.Values[0] = (float)-(Statistics.Mean(logProbabilities) + aim);
        optimizer.LearningRate = learningRate;
        optimizer.Step(gradients);
    }

    /// <summary>Reads or writes the coefficient.</summary>
    public void SyncState(StateSync sync)
    {
        set.SyncState(sync);
        optimizer.SyncState(sync);
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        gradients.Dispose();
        optimizer.Dispose();
        set.Dispose();
    }
}
