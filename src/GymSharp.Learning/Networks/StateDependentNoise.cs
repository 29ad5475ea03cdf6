using GymSharp.Neural;
using GymSharp.Randomness;
using GymSharp.State;

namespace GymSharp.Learning.Networks;

/// <summary>
/// Generalised state-dependent exploration: noise that is a linear function of the policy's last hidden layer, the
/// function drawn now and then, so that the same state gets the same noise meanwhile.
/// </summary>
/// <remarks>
/// <c>a = μ(s) + z(s) E</c> with <c>E_ij ~ N(0, σ_ij²)</c>, one matrix per environment. Raffin, Kober and Stulp (2021),
/// "Smooth Exploration for Robotic Reinforcement Learning", section 3.
/// </remarks>
internal sealed class StateDependentNoise(int envs, Parameter logStd)
{
    private readonly int latentSize = logStd.Shape.Rows;
    private readonly int actionSize = logStd.Shape.Columns;
    private readonly float[] matrices = new float[envs * logStd.Shape.Length];

    /// <summary>Draws the matrices of all environments.</summary>
    public void Draw(ParameterSet parameters, Rng rng)
    {
        ReadOnlySpan<float> logarithms = logStd.In(parameters);
        for (int i = 0; i < matrices.Length; i++)
        {
            matrices[i] = MathF.Exp(logarithms[i % logarithms.Length]) * (float)rng.StandardNormal();
        }
    }

    /// <summary>Adds the noise to actions.</summary>
    /// <param name="latent">The last hidden layer, [envs, latent].</param>
    /// <param name="actions">[envs, actions].</param>
    public void AddTo(ReadOnlySpan<float> latent, Span<float> actions)
    {
        for (int env = 0; env < envs; env++)
        {
            ReadOnlySpan<float> matrix = matrices.AsSpan(env * latentSize * actionSize, latentSize * actionSize);
            for (int action = 0; action < actionSize; action++)
            {
                float sum = 0;
                for (int i = 0; i < latentSize; i++)
                {
                    sum += latent[(env * latentSize) + i] * matrix[(i * actionSize) + action];
                }

                actions[(env * actionSize) + action] += sum;
            }
        }
    }

    /// <summary>Reads or writes the matrices.</summary>
    public void SyncState(StateSync sync) => sync.Sync(matrices.AsSpan());
}
