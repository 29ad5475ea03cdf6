using GymSharp.Spaces;
using GymSharp.Wrappers;

namespace GymSharp.Environments.Atari;

/// <summary>
/// Adds the sound of the last frame to what an Atari game shows, as <c>sound_obs</c> of Gymnasium does.
/// </summary>
/// <typeparam name="TAction"><c>int</c> for discrete, <c>float[]</c> for continuous actions.</typeparam>
/// <remarks>
/// Observations have two parts: <c>image</c>, the screen or the memory, and <c>sound</c>, 512 bytes, of which 128 is
/// silence. Before the first step all are 0.
/// </remarks>
public sealed class SoundObservation<TAction> : ObservationWrapper<DictValue, TAction, byte[]>
    where TAction : notnull
{
    private readonly AtariTask<TAction> game;

    /// <summary>Wraps a game.</summary>
    /// <param name="game">The game, made with <see cref="AtariOptions.Sound"/>; disposed with this one.</param>
    /// <exception cref="ArgumentException">The game was made without sound.</exception>
    public SoundObservation(AtariTask<TAction> game)
        : base(game, new DictSpace(("image", Space(game)), ("sound", new Box<byte>(0, 255, AleMachine.SoundLength)))) =>
        this.game = game;

    /// <inheritdoc/>
    protected override bool KeepsObservations => true;

    /// <inheritdoc/>
    protected override DictValue Transform(byte[] observation, DictValue? reuse) =>
        new(("image", observation), ("sound", game.Machine.Sound.ToArray()));

    private static Space<byte[]> Space(AtariTask<TAction> game)
    {
        ArgumentNullException.ThrowIfNull(game);
        return game.Machine.Sound.Length > 0 ? game.ObservationSpace : throw new ArgumentException(
            $"The game makes no sound. Make it with {nameof(AtariOptions)}.{nameof(AtariOptions.Sound)}.",
            nameof(game));
    }
}
