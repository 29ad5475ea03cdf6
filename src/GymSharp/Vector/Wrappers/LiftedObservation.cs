namespace GymSharp.Vector.Wrappers;

/// <summary>A wrapper of single environments as a function of observation rows.</summary>
internal sealed class LiftedObservation<TInner, TOuter, TInnerElement, TOuterElement>(
    SingleEnvStub<TInner, int> stub,
    Env<TOuter, int> wrapper,
    RowLayout<TInner, TInnerElement> innerLayout,
    RowLayout<TOuter, TOuterElement> outerLayout) : RowFunction<TInnerElement, TOuterElement>
    where TInner : notnull
    where TOuter : notnull
    where TInnerElement : notnull
    where TOuterElement : notnull
{
    private readonly TInner input = innerLayout.NewBuffer();
    private TOuter output = outerLayout.NewBuffer();

    /// <inheritdoc/>
    public override void Apply(ReadOnlySpan<TInnerElement> row, Span<TOuterElement> result)
    {
        stub.Observation = innerLayout.Read(row, input);
        TOuter observation = wrapper.Step(0, outerLayout.Reuse(output)).Observation;
        outerLayout.Keep(observation, ref output);
        outerLayout.Write(output, result);
    }
}
