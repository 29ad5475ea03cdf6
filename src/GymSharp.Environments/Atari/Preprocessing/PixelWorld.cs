using GymSharp.Randomness;
using GymSharp.State;
using GymSharp.Wrappers;

namespace GymSharp.Environments.Atari.Preprocessing;

/// <summary>
/// One game with everything between it and an agent that learns from pictures, in one place: idle starts, skipped
/// frames, maximum, grey, scaling, stack, lives as episodes, cut rewards. Allocates nothing per step.
/// </summary>
/// <remarks>
/// The same numbers as <see cref="AtariPreprocessing"/>, <see cref="EpisodicLife"/>, <see cref="FireReset"/>, cut
/// rewards and a stack that begins black, one around the other.
/// </remarks>
internal sealed class PixelWorld
{
    private readonly AtariOptions game;
    private readonly PixelOptions options;
    private readonly AreaResizer resizer;
    private readonly PixelStack stack;
    private readonly GrayScreen screen;
    private readonly byte[] picture;
    private readonly bool hasButton;
    private AleMachine machine;
    private Rng rng;
    private bool isGameOver = true;
    private bool isNew = true;
    private bool isLifeLost;
    private int lives;
    private double score;
    private int length;

    /// <summary>Puts the cartridge in.</summary>
    public PixelWorld(AtariOptions game, PixelOptions options)
    {
        this.game = game;
        this.options = options;
        rng = Rng.FromOperatingSystem();
        machine = game.Load(unchecked((int)rng.NextUInt32()));
        Actions = game.Actions;
        resizer = new AreaResizer(
            new PictureSize(machine.Height, Atari2600.AtariConsole.Width, 1), options.Height, options.Width);
        stack = new PixelStack(options.StackCount, resizer.Target.Length);
        screen = new GrayScreen(machine.Height);
        screen.Forget();
        picture = new byte[resizer.Target.Length];
        hasButton = options.UseFireReset && Actions.Count >= 3 && Actions[1] == AtariAction.Fire;
    }

    /// <summary>What each action number means.</summary>
    public IReadOnlyList<AtariAction> Actions { get; }

    /// <summary>The console.</summary>
    public AleMachine Machine => machine;

    /// <summary>The source of randomness for idle starts.</summary>
    public Rng Rng
    {
        get => rng;
        set => rng = value;
    }

    /// <summary>The reward of the last step, not cut.</summary>
    public double Reward { get; private set; }

    /// <summary>Whether the last step ended the task: the game, or a life.</summary>
    public bool Terminated { get; private set; }

    /// <summary>Whether the last step reached the limit of frames.</summary>
    public bool Truncated => machine.IsTruncated;

    /// <summary>The reward of the last step as the agent gets it.</summary>
    public double PaidReward =>
        (options.RewardClipping ? Math.Clamp(Reward, -1, 1) : Reward) + (isLifeLost ? options.LostLifeReward : 0);

    /// <summary>
    /// What is told at the end of an episode. Where lives are episodes or rewards are cut, also whether the game is
    /// over (<c>game_over</c>), and what it paid until now in how many steps (<c>episode</c>: <c>r</c>, <c>l</c>).
    /// </summary>
    public Info FinalInfo
    {
        get
        {
            Info info = Screens.InfoOf(machine);
            return options.EpisodicLife || options.RewardClipping || options.LostLifeReward != 0
                ? info.With(new Info(
                    new("game_over", isGameOver || Truncated),
                    new("episode", new Info(new("r", score), new("l", length)))))
                : info;
        }
    }

    /// <summary>Whether a reset with a seed gave two words, and which.</summary>
    public long[]? Seeds { get; private set; }

    /// <summary>Starts an episode: a new game, or the next life.</summary>
    /// <param name="seed">Starts everything anew when given.</param>
    /// <param name="observation">Receives the pictures.</param>
    public void Reset(ulong? seed, Span<byte> observation)
    {
        Seeds = null;
        StartLife(seed);
        for (int action = 1; action <= 2 && hasButton; action++)
        {
            Play(Actions[action]);
            if (Terminated || Truncated)
            {
                StartLife(null);
            }
        }

        isNew = false;
        Shrink(stack.Restart());
        stack.CopyTo(observation);
    }

    /// <summary>Takes a step.</summary>
    /// <param name="action">Number of an action.</param>
    /// <param name="observation">Receives the pictures.</param>
    public void Step(int action, Span<byte> observation)
    {
        length++;
        Play(Actions[action]);
        Shrink(stack.Push());
        stack.CopyTo(observation);
    }

    /// <summary>Writes the present pictures.</summary>
    /// <param name="observation">Receives them.</param>
    public void Show(Span<byte> observation) => stack.CopyTo(observation);

    /// <summary>Reads or writes everything that decides the future.</summary>
    public void Sync(StateSync sync)
    {
        sync.Sync(rng);
        machine.Sync(sync);
        stack.Sync(sync);
        screen.Sync(sync);
        sync.Sync(ref isGameOver);
        sync.Sync(ref isNew);
        sync.Sync(ref lives);
        sync.Sync(ref score);
        sync.Sync(ref length);
    }

    private void StartLife(ulong? seed)
    {
        if (!options.EpisodicLife || isGameOver || seed is not null)
        {
            StartGame(seed);
        }
        else
        {
            Skip(AtariAction.Noop);
            if (machine.IsOver)
            {
                StartGame(null);
            }
        }

        isGameOver = false;
        lives = machine.Lives;
    }

    private void StartGame(ulong? seed)
    {
        if (seed is { } value)
        {
            uint[] words = new SeedSequence(value).GenerateState32(2);
            rng = new Rng(words[0]);
            machine = game.Load(unchecked((int)words[1]));
            screen.Forget();
            Seeds = [words[0], words[1]];
        }

        if (seed is not null || isNew)
        {
            // Putting the cartridge in includes a reset.
            machine.Reset();
            isNew = false;
        }

        machine.Reset();
        int idle = options.NoopMax > 0 ? (int)rng.Integers(1, options.NoopMax + 1) : 0;
        for (int i = 0; i < idle; i++)
        {
            machine.Act(AtariAction.Noop);
            if (machine.IsOver)
            {
                machine.Reset();
            }
        }

        score = 0;
        length = 0;
        screen.Show(machine);
    }

    private void Play(AtariAction action)
    {
        Skip(action);
        isGameOver = machine.IsOver;
        int left = machine.Lives;
        Terminated = machine.IsTerminal || (options.EpisodicLife && left > 0 && left < lives);
        isLifeLost = left < lives;
        lives = left;
    }

    // Pictures of an episode that ends before the last frame are those of the step before, as in Gymnasium.
    private void Skip(AtariAction action)
    {
        Reward = 0;
        for (int frame = 0; frame < options.FrameSkip; frame++)
        {
            int toGo = options.FrameSkip - 1 - frame;
            Reward += machine.Act(action);
            if (machine.IsOver)
            {
                if (toGo == 0 && options.FrameSkip > 1)
                {
                    screen.Brighten(machine);
                }

                break;
            }

            if (toGo == 1)
            {
                screen.Keep(machine);
            }
            else if (toGo == 0 && options.FrameSkip > 1)
            {
                screen.ShowBrighter(machine);
            }
            else if (toGo == 0)
            {
                screen.Show(machine);
            }
        }

        score += Reward;
    }

    private void Shrink(Span<byte> plane)
    {
        resizer.ResizeChanged(screen.Pixels, picture, screen.Changed);
        screen.Changed.Clear();
        picture.CopyTo(plane);
    }
}
