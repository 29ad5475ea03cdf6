namespace GymSharp.Vector.Wrappers;

/// <summary>Applies a wrapper of single environments to the action of each environment of a batch.</summary>
/// <typeparam name="TObservation">Element type of the observations.</typeparam>
/// <typeparam name="TAction">Element type of the actions it takes.</typeparam>
/// <typeparam name="TInnerAction">Element type of the actions below.</typeparam>
/// <remarks>The wrapper must depend on the action alone: it serves all environments in turn.</remarks>
public class VectorizeTransformAction<TObservation, TAction, TInnerAction>
    : VectorActionWrapper<TObservation, TAction, TInnerAction>
    where TObservation : notnull
    where TAction : notnull
    where TInnerAction : notnull
{
    private readonly RowFunction<TAction, TInnerAction> function;
    private readonly int width;
    private readonly int innerWidth;

    /// <summary>Wraps a batch.</summary>
    /// <param name="envs">The batch to wrap; disposed with this one.</param>
    /// <param name="wrapper">
    /// Puts the wrapper around a stand-in that has the action space of one environment and observations of type
    /// <c>int</c>: an <c>Env&lt;int, float[]&gt;</c> where one environment takes <c>float[]</c>.
    /// </param>
    /// <exception cref="ArgumentException">
    /// The wrapper takes other elements than <typeparamref name="TAction"/>, or refuses the action space.
    /// </exception>
    public VectorizeTransformAction(VectorEnv<TObservation, TInnerAction> envs, Func<Env, Env> wrapper)
        : this(envs, Lifting.Action<TInnerAction, TAction>(
            (envs ?? throw new ArgumentNullException(nameof(envs))).SingleActionSpace, wrapper))
    {
    }

    private VectorizeTransformAction(
        VectorEnv<TObservation, TInnerAction> envs,
        (RowFunction<TAction, TInnerAction> Function, Spaces.Space Space) lifted)
        : base(envs, lifted.Space)
    {
        function = lifted.Function;
        width = ActionSize;
        innerWidth = envs.ActionSize;
    }

    /// <inheritdoc/>
    protected sealed override void Transform(ReadOnlySpan<TAction> actions, Span<TInnerAction> results)
    {
        for (int i = 0; i < NumEnvs; i++)
        {
            function.Apply(actions.Slice(i * width, width), results.Slice(i * innerWidth, innerWidth));
        }
    }
}
