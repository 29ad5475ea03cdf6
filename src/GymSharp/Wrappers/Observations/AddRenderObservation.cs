using GymSharp.Spaces;

namespace GymSharp.Wrappers;

/// <summary>
/// Shows the rendered picture beside the observation, as a dictionary; Gymnasium's <c>AddRenderObservation</c> with
/// <c>render_only=False</c>.
/// </summary>
/// <typeparam name="TAction">Type of the actions.</typeparam>
/// <typeparam name="TInnerObservation">Type of the observations below.</typeparam>
/// <remarks>
/// A dictionary observation gains the entry <c>pixels</c>; any other becomes <c>{ state, pixels }</c>. The picture
/// alone is shown by <see cref="RenderOnlyObservation{TAction, TInnerObservation}"/>.
/// </remarks>
public sealed class AddRenderObservation<TAction, TInnerObservation>
    : ObservationWrapper<DictValue, TAction, TInnerObservation>
    where TAction : notnull
    where TInnerObservation : notnull
{
    private readonly string renderKey;
    private readonly string observationKey;

    /// <summary>Wraps an environment; resets and renders it once to learn the size of its pictures.</summary>
    /// <param name="env">An environment made with <see cref="RenderMode.RgbArray"/>.</param>
    /// <param name="renderKey">Name of the picture.</param>
    /// <param name="observationKey">Name of the observation, where it is no dictionary.</param>
    /// <exception cref="ArgumentException">The environment renders no pictures, or the name is taken.</exception>
    public AddRenderObservation(
        Env<TInnerObservation, TAction> env, string renderKey = "pixels", string observationKey = "state")
        : base(env, JoinedSpace(env, renderKey, observationKey))
    {
        this.renderKey = renderKey;
        this.observationKey = observationKey;
    }

    /// <inheritdoc/>
    protected override bool KeepsObservations => true;

    /// <inheritdoc/>
    protected override DictValue Transform(TInnerObservation observation, DictValue? reuse)
    {
        byte[] pixels = RenderedPixels.Copy(Wrapped, null);
        return observation is DictValue dict
            ? new DictValue(dict.Prepend(new(renderKey, pixels)))
            : new DictValue((observationKey, observation), (renderKey, pixels));
    }

    private static DictSpace JoinedSpace(Env<TInnerObservation, TAction> env, string renderKey, string observationKey)
    {
        ArgumentException.ThrowIfNullOrEmpty(renderKey);
        ArgumentException.ThrowIfNullOrEmpty(observationKey);
        ArgumentNullException.ThrowIfNull(env);
        Dictionary<string, Space> spaces = new(StringComparer.Ordinal);
        if ((Space)env.ObservationSpace is DictSpace dict)
        {
            foreach (KeyValuePair<string, Space> entry in dict.Spaces)
            {
                spaces[entry.Key] = entry.Value;
            }
        }
        else
        {
            spaces[observationKey] = env.ObservationSpace;
        }

        if (spaces.ContainsKey(renderKey))
        {
            throw new ArgumentException(
                $"AddRenderObservation render key '{renderKey}' already exists in the observation space. Choose "
                + "another.",
                nameof(renderKey));
        }

        spaces[renderKey] = RenderedPixels.SpaceOf(env);
        return new DictSpace(spaces);
    }
}
