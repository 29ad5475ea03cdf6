namespace GymSharp.Registration;

/// <summary>Keyword arguments of an environment, by Gymnasium's names: <c>{ ["is_slippery"] = false }</c>.</summary>
/// <remarks>
/// A factory reads what it understands with <see cref="NamedValues.Get{T}"/>; a name it did not ask for is refused
/// afterwards.
/// </remarks>
public sealed class EnvArguments : NamedValues
{
    /// <summary>The mode the environment shall render in.</summary>
    public RenderMode RenderMode { get; init; }

    /// <inheritdoc/>
    protected override string Noun => "argument";
}
