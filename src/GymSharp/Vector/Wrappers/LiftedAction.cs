namespace GymSharp.Vector.Wrappers;

/// <summary>A wrapper of single environments as a function of action rows.</summary>
internal sealed class LiftedAction<TInner, TOuter, TInnerElement, TOuterElement>(
    SingleEnvStub<int, TInner> stub,
    Env<int, TOuter> wrapper,
    RowLayout<TInner, TInnerElement> innerLayout,
    RowLayout<TOuter, TOuterElement> outerLayout) : RowFunction<TOuterElement, TInnerElement>
    where TInner : notnull
    where TOuter : notnull
    where TInnerElement : notnull
    where TOuterElement : notnull
{
    private readonly TOuter input = outerLayout.NewBuffer();

    /// <inheritdoc/>
    public override void Apply(ReadOnlySpan<TOuterElement> row, Span<TInnerElement> result)
    {
        wrapper.Step(outerLayout.Read(row, input));
        innerLayout.Write(stub.Action, result);
    }
}
