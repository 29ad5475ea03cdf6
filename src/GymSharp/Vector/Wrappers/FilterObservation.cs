namespace GymSharp.Vector.Wrappers;

/// <summary>Keeps some parts of the Dict or Tuple that each environment shows.</summary>
/// <typeparam name="TObservation">Type of the observations: <c>DictValue</c> or <c>object[]</c>.</typeparam>
/// <typeparam name="TAction">Element type of the actions.</typeparam>
public sealed class FilterObservation<TObservation, TAction>
    : VectorizeTransformObservation<TObservation, TAction, TObservation>
    where TObservation : notnull
    where TAction : notnull
{
    /// <summary>Keeps entries of a Dict.</summary>
    /// <param name="envs">A batch whose environments show a Dict; disposed with this one.</param>
    /// <param name="keys">The entries to keep, at least one.</param>
    /// <exception cref="ArgumentException">
    /// The space is no Dict, a key is missing, or nothing would be left.
    /// </exception>
    public FilterObservation(VectorEnv<TObservation, TAction> envs, IReadOnlyList<string> keys)
        : base(
            envs,
            env => new GymSharp.Wrappers.FilterObservation<TObservation, int>((Env<TObservation, int>)env, keys))
    {
    }

    /// <summary>Keeps parts of a Tuple.</summary>
    /// <param name="envs">A batch whose environments show a Tuple; disposed with this one.</param>
    /// <param name="indexes">The parts to keep, at least one, each once; negative ones count from the end.</param>
    /// <exception cref="ArgumentException">
    /// The space is no Tuple, a part is missing, or nothing would be left.
    /// </exception>
    public FilterObservation(VectorEnv<TObservation, TAction> envs, IReadOnlyList<int> indexes)
        : base(
            envs,
            env => new GymSharp.Wrappers.FilterObservation<TObservation, int>((Env<TObservation, int>)env, indexes))
    {
    }
}
