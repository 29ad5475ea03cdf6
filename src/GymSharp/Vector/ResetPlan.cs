namespace GymSharp.Vector;

/// <summary>A <see cref="VectorReset"/> kept where worker threads can read it.</summary>
internal sealed class ResetPlan(int numEnvs)
{
    private readonly ulong?[] seeds = new ulong?[numEnvs];
    private readonly bool[] included = new bool[numEnvs];
    private readonly ResetOptions?[] options = new ResetOptions?[numEnvs];

    /// <summary>
    /// Takes over a request; each environment gets options of its own, since readers note what they asked for.
    /// </summary>
    public void Take(VectorReset request)
    {
        for (int i = 0; i < numEnvs; i++)
        {
            included[i] = request.Includes(i);
            seeds[i] = request.SeedOf(i);
            options[i] = included[i] ? VectorReset.CopyFor(request.Options) : null;
        }
    }

    /// <summary>Whether an environment is reset.</summary>
    public bool Includes(int index) => included[index];

    /// <summary>The seed of an environment, or null.</summary>
    public ulong? SeedOf(int index) => seeds[index];

    /// <summary>The options for an environment, or null.</summary>
    public ResetOptions? OptionsOf(int index) => options[index];
}
