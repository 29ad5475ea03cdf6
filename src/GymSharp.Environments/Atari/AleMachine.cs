using GymSharp.Atari2600;
using GymSharp.Environments.Atari.Games;

namespace GymSharp.Environments.Atari;

/// <summary>
/// A console that plays one game with the semantics of the Arcade Learning Environment 0.12: reset sequence, sticky
/// actions, frame skip, rewards, lives and truncation. Bellemare et al. (2013), Machado et al. (2018).
/// </summary>
/// <remarks>Make it, then call <see cref="Reset"/>: loading a ROM in the reference includes one reset.</remarks>
public sealed partial class AleMachine
{
    /// <summary>Samples of sound per act.</summary>
    public const int SoundLength = 512;

    private const int DefaultPaddleMinimum = 27450;
    private const int DefaultPaddleMaximum = 790196;

    private readonly AleSettings settings;
    private readonly AtariConsole console;
    private readonly Controls controls;
    private readonly StickyActions sticky;
    private readonly GameScore score;
    private readonly FrameScreen screen;
    private readonly byte[] sound;
    private readonly bool[] isLegal = new bool[AtariActions.Count];
    private readonly int livesAtStart;
    private int frameNumber;
    private int episodeFrameNumber;
    private int mode;

    /// <summary>Puts the cartridge in and switches on.</summary>
    /// <param name="rom">The cartridge's bytes.</param>
    /// <param name="game">The game's rules.</param>
    /// <param name="settings">How it is put before an agent; null for the defaults.</param>
    /// <exception cref="RomFormatException">No cartridge has this size.</exception>
    /// <exception cref="ArgumentException">A setting is out of range.</exception>
    public AleMachine(ReadOnlySpan<byte> rom, GameDefinition game, AleSettings? settings = null)
    {
        ArgumentNullException.ThrowIfNull(game);
        this.settings = (settings ?? new AleSettings()).Checked(nameof(settings));
        Game = game;
        console = new AtariConsole(rom, game.Properties.Console);
        (int Minimum, int Maximum) range = (
            this.settings.PaddleMinimum ?? DefaultPaddleMinimum,
            this.settings.PaddleMaximum ?? game.PaddleMaximum ?? DefaultPaddleMaximum);
        if (range.Minimum > range.Maximum)
        {
            throw new ArgumentException(
                $"A paddle's resistance would be from {range.Minimum} to {range.Maximum} ohms: paddle_min must not be "
                + "above paddle_max.",
                nameof(settings));
        }

        controls = new Controls(console, game.Properties.UsesPaddles, range) { Difficulty = game.Difficulties[0] };
        sticky = new StickyActions(unchecked((uint)this.settings.RandomSeed), this.settings.StickyThreshold);
        score = new GameScore(game.Rules);
        score.Input.ReadMapped = address => console.Peek(address);
        score.Input.NextRandom = sticky.NextNumber;
        screen = new FrameScreen(console, this.settings.ColorAveraging);
        sound = this.settings.Sound ? new byte[SoundLength] : [];
        foreach (AtariAction action in game.LegalActions)
        {
            isLegal[(int)action] = true;
        }

        livesAtStart = game.LivesAtStart;
        mode = game.DefaultMode;
    }

    /// <summary>The game that is played.</summary>
    public GameDefinition Game { get; }

    /// <summary>Rows of the screen.</summary>
    public int Height => console.Height;

    /// <summary>The television standard, which decides over the palette.</summary>
    public TelevisionFormat Format => console.Format;

    /// <summary>The console's memory: 128 bytes, that of address $80 first.</summary>
    public ReadOnlySpan<byte> Ram => console.Ram;

    /// <summary>Palette indices of the last frame, row by row: <see cref="Height"/> times 160.</summary>
    public ReadOnlySpan<byte> Screen => screen.Pixels;

    /// <summary>The console, whose screens tell which rows are like those before.</summary>
    internal AtariConsole Console => console;

    /// <summary>The 512 samples of the last act; empty without <see cref="AleSettings.Sound"/>.</summary>
    public ReadOnlySpan<byte> Sound => sound;

    /// <summary>Frames since the machine was made, those of resets left out.</summary>
    public int FrameNumber => frameNumber;

    /// <summary>Frames since the last reset.</summary>
    public int EpisodeFrameNumber => episodeFrameNumber;

    /// <summary>Lives left, as the game's rules tell.</summary>
    public int Lives => score.Lives;

    /// <summary>Whether the game's rules say that it is over.</summary>
    public bool IsTerminal => score.IsTerminal;

    /// <summary>Whether the episode was cut off: by its length, or by a lost life where that was asked for.</summary>
    public bool IsTruncated =>
        (settings.MaxFramesPerEpisode > 0 && episodeFrameNumber >= settings.MaxFramesPerEpisode)
        || (settings.TruncateOnLossOfLife && score.Lives < livesAtStart);

    /// <summary>Whether the episode is over, for either reason.</summary>
    public bool IsOver => IsTerminal || IsTruncated;

    /// <summary>
    /// Position of the difficulty switches, in effect from the next frame on: bit 0 the left, bit 1 the right one. Any
    /// position is taken, also one that the game does not list.
    /// </summary>
    public int Difficulty
    {
        get => controls.Difficulty;
        set => controls.Difficulty = value;
    }

    /// <summary>The mode that the next reset puts the game into.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The game has no such mode.</exception>
    public int Mode
    {
        get => mode;
        set => mode = Game.Modes.Contains(value)
            ? value
            : throw new ArgumentOutOfRangeException(
                nameof(value), value, $"{Game.Name} has no mode {value}. It has: {string.Join(", ", Game.Modes)}.");
    }

    /// <summary>One act of player A: <see cref="AleSettings.FrameSkip"/> frames.</summary>
    /// <param name="action">The action; an illegal one counts as nothing.</param>
    /// <param name="strength">How far a paddle turns, 1 is as far as it goes.</param>
    /// <returns>The sum of the frames' rewards, within the limits of the settings.</returns>
    public int Act(AtariAction action, float strength = 1) => Act((int)action, AtariActions.PlayerB, strength, 0);

    /// <summary>One act of both players.</summary>
    /// <param name="playerA">An action of player A, 0 to 17.</param>
    /// <param name="playerB">An action of player B, 18 to 35.</param>
    /// <param name="strengthA">How far player A's paddle turns.</param>
    /// <param name="strengthB">How far player B's paddle turns.</param>
    /// <returns>The sum of the frames' rewards, within the limits of the settings.</returns>
    public int Act(int playerA, int playerB, float strengthA, float strengthB)
    {
        PlayerMove moveA = new(Legal(playerA), strengthA);
        PlayerMove moveB = new(Legal(playerB - AtariActions.PlayerB), strengthB);
        int reward = 0;
        for (int i = 0; i < settings.FrameSkip; i++)
        {
            sticky.Decide(moveA, moveB);
            if (IsOver)
            {
                continue;
            }

            PlayFrame(sticky.PlayerA, sticky.PlayerB);
            CountFrame();
            reward += score.Reward;
        }

        RenderSound();
        return Math.Clamp(reward, settings.RewardMinimum, settings.RewardMaximum);
    }

    /// <summary>The same action several times.</summary>
    /// <param name="action">The action.</param>
    /// <param name="strength">How far a paddle turns.</param>
    /// <param name="count">How many acts, at least 1.</param>
    /// <returns>The sum of the rewards.</returns>
    internal double ActRepeatedly(AtariAction action, float strength, int count)
    {
        double reward = 0;
        for (int i = 0; i < count; i++)
        {
            reward += Act(action, strength);
        }

        return reward;
    }

    /// <summary>Changes a byte of the console's memory.</summary>
    /// <param name="index">0 to 127; address $80 is 0.</param>
    /// <param name="value">The byte.</param>
    public void WriteRam(int index, byte value) => console.WriteRam(index, value);

    /// <summary>Writes the brightness of each pixel, row by row.</summary>
    /// <param name="destination">As many bytes as the screen has pixels.</param>
    public void CopyGray(Span<byte> destination) => PaletteLookup.Gray(Screen, Format, destination);

    /// <summary>Writes red, green and blue of each pixel, row by row.</summary>
    /// <param name="destination">Three bytes per pixel.</param>
    public void CopyRgb(Span<byte> destination) => PaletteLookup.Rgb(Screen, Format, destination);

    private AtariAction Legal(int action) =>
        (uint)action < AtariActions.Count && isLegal[action] ? (AtariAction)action : AtariAction.Noop;

    private void CountFrame()
    {
        frameNumber++;
        episodeFrameNumber++;
    }

    private void PlayFrame(PlayerMove playerA, PlayerMove playerB)
    {
        controls.Apply(playerA, playerB);
        RunFrame();
    }

    private void RunFrame()
    {
        screen.RunFrame();
        score.Step(console.Ram);
    }

    private void RenderSound()
    {
        if (sound.Length > 0)
        {
            console.RenderAudio(sound);
        }
    }
}
