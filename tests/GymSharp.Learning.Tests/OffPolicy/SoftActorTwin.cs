using GymSharp.Neural;
using GymSharp.Randomness;

namespace GymSharp.Learning.OffPolicy;

/// <summary>The actor of SAC and TQC in loops over doubles.</summary>
internal sealed class SoftActorTwin(ParameterSet layout, bool useSde)
{
    private readonly ScalarNetworks network = new(layout);
    private float[] noise = [];
    private float[] nextNoise = [];

    public double[] Weights() => network.Weights();

    /// <summary>Draws what the learner draws for its first update.</summary>
    public void DrawNoise(Rng rng, int rows, int actions)
    {
        noise = new float[useSde ? layout.Parameters.Single(parameter => parameter.Name == "actor.log_std").Shape.Length : rows * actions];
        nextNoise = useSde ? noise : new float[noise.Length];
        rng.StandardNormal(noise);
        if (!useSde)
        {
            rng.StandardNormal(nextNoise);
        }
    }

    /// <summary>An action, and the logarithm of its density.</summary>
    public (double[] Action, double LogProbability) Sample(double[] weights, double[] state, int row, bool isNext)
    {
        double[] latent = network.Hidden(weights, "actor", state);
        double[] means = network.Layer(weights, "actor.mu", latent);
        float[] drawn = isNext ? nextNoise : noise;
        double[] action = new double[means.Length];
        double log = 0;
        for (int i = 0; i < means.Length; i++)
        {
            (double shift, double deviation) = useSde
                ? OfState(network.Values(weights, "actor.log_std"), latent, drawn, (i, means.Length))
                : Independent(Math.Exp(network.Layer(weights, "actor.log_std", latent)[i]), drawn[(row * means.Length) + i]);
            action[i] = Math.Tanh(means[i] + shift);
            log += (-0.5 * Math.Pow(shift / deviation, 2)) - Math.Log(deviation) - (0.5 * Math.Log(2 * Math.PI))
                - Math.Log(1 - (action[i] * action[i]));
        }

        return (action, log);
    }

    private static (double Shift, double Deviation) Independent(double deviation, double drawn) => (deviation * drawn, deviation);

    private static (double Shift, double Deviation) OfState(
        double[] logarithms, double[] latent, float[] drawn, (int Column, int Columns) place)
    {
        double shift = 0;
        double variance = 1e-6;
        for (int i = 0; i < latent.Length; i++)
        {
            int at = (i * place.Columns) + place.Column;
            shift += latent[i] * Math.Exp(logarithms[at]) * drawn[at];
            variance += Math.Pow(latent[i] * Math.Exp(logarithms[at]), 2);
        }

        return (shift, Math.Sqrt(variance));
    }
}
