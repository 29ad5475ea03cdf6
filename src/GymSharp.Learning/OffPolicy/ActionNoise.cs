using GymSharp.Randomness;
using GymSharp.State;

namespace GymSharp.Learning.OffPolicy;

/// <summary>Noise on the actions of environments side by side, in units of half the range of an action.</summary>
internal abstract class ActionNoise
{
    /// <summary>Makes the noise that options name.</summary>
    /// <param name="kind">Which.</param>
    /// <param name="deviation">Its scale.</param>
    /// <param name="sizes">Number of environments, and of numbers in an action.</param>
    public static ActionNoise Create(ActionNoiseKind kind, double deviation, (int Envs, int Action) sizes) =>
        kind switch
        {
            ActionNoiseKind.Normal => new NormalNoise(deviation),
            ActionNoiseKind.OrnsteinUhlenbeck => new OrnsteinUhlenbeckNoise(deviation, sizes.Envs, sizes.Action),
            _ => new NoNoise(),
        };

    /// <summary>Adds noise and brings the actions back between -1 and 1.</summary>
    /// <param name="actions">[envs, actions].</param>
    /// <param name="rng">Draws.</param>
    public abstract void AddTo(Span<float> actions, Rng rng);

    /// <summary>An episode ended in an environment.</summary>
    public virtual void Reset(int env)
    {
    }

    /// <summary>Reads or writes what is remembered from step to step.</summary>
    public virtual void SyncState(StateSync sync)
    {
    }

    private sealed class NoNoise : ActionNoise
    {
        public override void AddTo(Span<float> actions, Rng rng)
        {
        }
    }

    private sealed class NormalNoise(double deviation) : ActionNoise
    {
        public override void AddTo(Span<float> actions, Rng rng)
        {
            foreach (ref float action in actions)
            {
                action = Math.Clamp(action + (float)(deviation * rng.StandardNormal()), -1, 1);
            }
        }
    }
}
