using GymSharp.Randomness;
using GymSharp.Registration;
using GymSharp.Rendering;
using GymSharp.Spaces;
using GymSharp.State;
using GymSharp.Vector;

namespace GymSharp.Environments.ClassicControl;

/// <summary>Gymnasium's own batch of cart-poles: one generator draws the initial states of all environments.</summary>
/// <remarks>
/// <para>
/// A reset draws the positions of all carts, then all velocities, all angles, all angular velocities; an automatic
/// reset draws in the same order for the environments concerned. Bounds given at a reset stay in force for the
/// automatic resets that follow. The step after the end of an episode resets: its action is ignored, its reward is 0.
/// </para> <para>Rewards are single precision in Gymnasium; here they are doubles of the same value.</para>
/// </remarks>
public sealed class CartPoleVectorEnv : VectorEnv<float, int>
{
    private const int Variables = 4;

    private readonly double[] state;
    private readonly int[] steps;
    private readonly bool[] ended;
    private readonly bool hasSuttonBartoReward;
    private readonly int maxEpisodeSteps;
    private Canvas? canvas;
    private Rng? rng;
    private double low = -CartPoleEnv.StartBound;
    private double high = CartPoleEnv.StartBound;
    private bool hasState;

    /// <summary>Makes the batch.</summary>
    /// <param name="numEnvs">Number of environments, at least 1.</param>
    /// <param name="maxEpisodeSteps">The step that truncates an episode.</param>
    /// <param name="renderMode"><see cref="RenderMode.None"/> or <see cref="RenderMode.RgbArray"/>.</param>
    /// <param name="suttonBartoReward">Pays 0 for each step and -1 for the last, instead of 1 for each step.</param>
    public CartPoleVectorEnv(
        int numEnvs = 1,
        int maxEpisodeSteps = 500,
        RenderMode renderMode = RenderMode.None,
        bool suttonBartoReward = false)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(numEnvs, 1);
        NumEnvs = numEnvs;
        this.maxEpisodeSteps = maxEpisodeSteps;
        RenderMode = renderMode;
        hasSuttonBartoReward = suttonBartoReward;
        state = new double[Variables * numEnvs];
        steps = new int[numEnvs];
        ended = new bool[numEnvs];
        SingleObservationSpace = CartPoleEnv.MakeObservationSpace();
        SingleActionSpace = new Discrete(2);
        ObservationSpace = SpaceUtilities.BatchSpace(SingleObservationSpace, numEnvs);
        ActionSpace = SpaceUtilities.BatchSpace(SingleActionSpace, numEnvs);
    }

    /// <inheritdoc/>
    public override int NumEnvs { get; }

    /// <inheritdoc/>
    public override Space SingleObservationSpace { get; }

    /// <inheritdoc/>
    public override Space SingleActionSpace { get; }

    /// <inheritdoc/>
    public override Space ObservationSpace { get; }

    /// <inheritdoc/>
    public override Space ActionSpace { get; }

    /// <inheritdoc/>
    public override AutoresetMode AutoresetMode => AutoresetMode.NextStep;

    /// <inheritdoc/>
    public override RenderMode RenderMode { get; }

    /// <inheritdoc/>
    public override EnvMetadata Metadata { get; } = new([RenderMode.RgbArray], 50);

    /// <summary>The one source of randomness of all environments.</summary>
    public Rng Rng
    {
        get => rng ??= Rng.FromOperatingSystem();
        set => rng = value;
    }

    /// <inheritdoc/>
    public override Info BatchInfo() => Info.Empty;

    /// <inheritdoc/>
    public override Info InfoAt(int index) => Info.Empty;

    /// <inheritdoc/>
    public override IReadOnlyList<Frame>? Render()
    {
        if (RenderMode == RenderMode.None)
        {
            GymLog.Warn(
                "You are calling render method without specifying any render mode. You can specify it when making the "
                + "batch: new MakeVecOptions { Make = new MakeOptions { RenderMode = RenderMode.RgbArray } }.");
            return null;
        }

        if (!hasState)
        {
            throw new ResetNeededException("The cart-poles have no state to draw yet. Call Reset first.");
        }

        canvas ??= new Canvas(CartPoleScene.Width, CartPoleScene.Height, Color.White);
        Frame[] frames = new Frame[NumEnvs];
        for (int i = 0; i < frames.Length; i++)
        {
            canvas.Clear(Color.White);
            canvas.ResetState();
            canvas.UseYUp();
            CartPoleScene.Draw(canvas, state[i], state[(2 * NumEnvs) + i]);
            frames[i] = canvas.ToFrame();
        }

        return frames;
    }

    /// <inheritdoc/>
    protected override void OnReset(Span<float> observations, VectorReset request)
    {
        if (!request.Seeds.IsEmpty || request.Mask.Contains(false))
        {
            throw new NotSupportedException(
                "The native batch of cart-poles has one generator and is reset as a whole. Make separate environments, "
                + "VectorizationMode.Sync, for masks and lists of seeds.");
        }

        (low, high) = ResetBounds.Read(
            request.Options ?? ResetOptions.None, -CartPoleEnv.StartBound, CartPoleEnv.StartBound);
        if (request.Seed is { } seed)
        {
            rng = new Rng(seed);
        }

        for (int i = 0; i < state.Length; i++)
        {
            state[i] = Rng.Uniform(low, high);
        }

        steps.AsSpan().Clear();
        ended.AsSpan().Clear();
        hasState = true;
        Show(observations);
    }

    /// <inheritdoc/>
    protected override void OnStep(ReadOnlySpan<int> actions, StepBatch<float> batch)
    {
        if (!hasState)
        {
            throw new ResetNeededException("Call Reset before using Step.");
        }

        Check(actions);
        for (int i = 0; i < NumEnvs; i++)
        {
            if (ended[i])
            {
                batch.Terminated[i] = false;
                batch.Truncated[i] = false;
                batch.Rewards[i] = 0;
                steps[i] = 0;
            }
            else
            {
                StepOne(i, actions[i], batch);
            }
        }

        ResetEnded();
        for (int i = 0; i < NumEnvs; i++)
        {
            ended[i] = batch.DoneAt(i);
        }

        Show(batch.Observations);
    }

    /// <inheritdoc/>
    protected override void SyncState(StateSync sync)
    {
        ArgumentNullException.ThrowIfNull(sync);
        sync.Sync(Rng);
        sync.Sync(state.AsSpan());
        sync.Sync(steps.AsSpan());
        sync.Sync(ended.AsSpan());
        sync.Sync(ref low);
        sync.Sync(ref high);
        sync.Sync(ref hasState);
    }

    private static void Check(ReadOnlySpan<int> actions)
    {
        int wrong = actions.IndexOfAnyExceptInRange(0, 1);
        if (wrong >= 0)
        {
            throw new InvalidActionException(
                $"The action {actions[wrong]} of environment {wrong} is not one of 0 (push left) and 1 (push right).");
        }
    }

    private void StepOne(int index, int action, StepBatch<float> batch)
    {
        CartPoleState<Exact> before = new(
            new(state[index]),
            new(state[NumEnvs + index]),
            new(state[(2 * NumEnvs) + index]),
            new(state[(3 * NumEnvs) + index]));
        double force = action == 1 ? CartPoleDynamics.ForceMagnitude : -CartPoleDynamics.ForceMagnitude;
        CartPoleState<Exact> after = CartPoleDynamics.Step<Exact, bool>(before, new(force));
        state[index] = after.Position.Value;
        state[NumEnvs + index] = after.Velocity.Value;
        state[(2 * NumEnvs) + index] = after.Angle.Value;
        state[(3 * NumEnvs) + index] = after.AngularVelocity.Value;
        bool isOver = CartPoleDynamics.IsOver<Exact, bool>(after);
        batch.Terminated[index] = isOver;
        batch.Truncated[index] = ++steps[index] >= maxEpisodeSteps;
        batch.Rewards[index] = hasSuttonBartoReward ? (isOver ? -1.0 : -0.0) : 1.0;
    }

    internal static CartPoleVectorEnv Create(EnvArguments arguments, int numEnvs) => new(
        numEnvs,
        arguments.Get("max_episode_steps", 500),
        arguments.RenderMode,
        arguments.Get("sutton_barto_reward", false));

    // Variable by variable, as NumPy fills a block of shape (4, environments to reset).
    private void ResetEnded()
    {
        for (int variable = 0; variable < Variables; variable++)
        {
            for (int i = 0; i < NumEnvs; i++)
            {
                if (ended[i])
                {
                    state[(variable * NumEnvs) + i] = Rng.Uniform(low, high);
                }
            }
        }
    }

    private void Show(Span<float> observations)
    {
        for (int i = 0; i < NumEnvs; i++)
        {
            for (int variable = 0; variable < Variables; variable++)
            {
                observations[(i * Variables) + variable] = (float)state[(variable * NumEnvs) + i];
            }
        }
    }
}
