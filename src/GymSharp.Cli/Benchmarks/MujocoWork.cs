using GymSharp.Mujoco;
using GymSharp.Mujoco.Native;

namespace GymSharp.Cli.Benchmarks;

/// <summary>
/// Some steps of random play, from the same seed again and again: by an environment, or by the native calls alone,
/// which go through the very same states.
/// </summary>
internal sealed class MujocoWork
{
    private const ulong Seed = 1;
    private readonly Env<double[], float[]> env;
    private readonly float[][] actions;
    private readonly double[][] controls;
    private readonly (double[] Qpos, double[] Qvel)?[] starts;
    private readonly double[] observation;

    /// <summary>Plays once and notes the states that episodes begin in.</summary>
    /// <param name="env">The environment.</param>
    /// <param name="data">Its simulation.</param>
    /// <param name="steps">Steps to play.</param>
    public MujocoWork(Env<double[], float[]> env, MujocoData data, int steps)
    {
        this.env = env;
        env.ActionSpace.Seed(Seed);
        observation = env.Reset(Seed).Observation;
        actions = new float[steps][];
        starts = new (double[], double[])?[steps];
        starts[0] = (data.Qpos.ToArray(), data.Qvel.ToArray());
        for (int i = 0; i < steps; i++)
        {
            actions[i] = env.ActionSpace.Sample();
            if (env.Step(actions[i]).Done && i + 1 < steps)
            {
                env.Reset();
                starts[i + 1] = (data.Qpos.ToArray(), data.Qvel.ToArray());
            }
        }

        controls = Array.ConvertAll(actions, action => Array.ConvertAll(action, one => (double)one));
    }

    /// <summary>Plays by the environment.</summary>
    public long StepEnvironment()
    {
        env.Reset(Seed, null, observation);
        for (int i = 0; i < actions.Length; i++)
        {
            if (env.Step(actions[i], observation).Done && i + 1 < actions.Length)
            {
                env.Reset(null, null, observation);
            }
        }

        return actions.Length;
    }

    /// <summary>Plays by the native calls.</summary>
    public long StepBare(BareLoop loop)
    {
        for (int i = 0; i < controls.Length; i++)
        {
            if (starts[i] is { } start)
            {
                loop.Reset(start.Qpos, start.Qvel);
            }

            loop.Step(controls[i]);
        }

        return controls.Length;
    }
}
