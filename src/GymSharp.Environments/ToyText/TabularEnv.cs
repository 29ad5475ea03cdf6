using GymSharp.Randomness;
using GymSharp.Rendering;
using GymSharp.Spaces;
using GymSharp.State;
using GymSharp.Tabular;

namespace GymSharp.Environments.ToyText;

/// <summary>
/// What FrozenLake, CliffWalking and Taxi share: a table of transitions and the number of the present state.
/// </summary>
public abstract class TabularEnv : Env<int, int>, ITabularEnv
{
    private readonly TransitionTable transitions;
    private readonly Info[] infos;
    private readonly string[] actionNames;
    private int state = -1;
    private int lastAction = -1;

    /// <summary>Makes the environment.</summary>
    /// <param name="transitions">What may happen.</param>
    /// <param name="infos">What <c>Step</c> tells beside the observation, one entry per outcome of the table.</param>
    /// <param name="actionNames">A word for each action, for messages and text rendering.</param>
    /// <param name="renderMode">How <see cref="Render"/> shows the environment.</param>
    private protected TabularEnv(
        TransitionTable transitions, Info[] infos, string[] actionNames, RenderMode renderMode)
    {
        this.transitions = transitions;
        this.infos = infos;
        this.actionNames = actionNames;
        RenderMode = renderMode;
        ObservationSpace = new Discrete(transitions.StateCount);
        ActionSpace = new Discrete(transitions.ActionCount);
    }

    /// <inheritdoc/>
    public sealed override Space<int> ObservationSpace { get; }

    /// <inheritdoc/>
    public sealed override Space<int> ActionSpace { get; }

    /// <inheritdoc/>
    public sealed override RenderMode RenderMode { get; }

    /// <inheritdoc/>
    public sealed override Rng Rng
    {
        get => base.Rng;
        set => base.Rng = value;
    }

    /// <inheritdoc/>
    public TransitionTable Transitions => transitions;

    /// <summary>Number of the present state, or -1 before the first reset.</summary>
    public int State => state;

    /// <summary>The last action of this episode, or -1 before the first.</summary>
    public int LastAction => lastAction;

    /// <inheritdoc/>
    public abstract ReadOnlySpan<sbyte> ActionMask(int state);

    /// <inheritdoc/>
    public sealed override Frame? Render()
    {
        if (RenderMode == RenderMode.None)
        {
            return null;
        }

        if (state < 0)
        {
            ThrowResetNeeded("Render");
        }

        return RenderMode == RenderMode.Ansi ? new Frame(RenderText()) : RenderPicture();
    }

    /// <summary>The present state as text, exactly as Gymnasium prints it.</summary>
    protected abstract string RenderText();

    /// <summary>The present state as a picture.</summary>
    protected abstract Frame RenderPicture();

    /// <summary>What <c>Reset</c> tells beside the observation.</summary>
    private protected abstract Info ResetInfo(int first);

    /// <summary>The word for the last action, or null before the first.</summary>
    private protected string? LastActionName => lastAction < 0 ? null : actionNames[lastAction];

    /// <inheritdoc/>
    protected override (int Observation, Info Info) OnReset(ulong? seed, ResetOptions options)
    {
        Reseed(seed);
        state = transitions.DrawInitial(Rng);
        lastAction = -1;
        return (state, ResetInfo(state));
    }

    /// <inheritdoc/>
    protected override Step<int> OnStep(int action, int reuse)
    {
        if ((uint)action >= (uint)transitions.ActionCount)
        {
            ThrowInvalidAction(action);
        }

        if (state < 0)
        {
            ThrowResetNeeded("Step");
        }

        int outcome = transitions.Draw(state, action, Rng);
        ref readonly Transition transition = ref transitions[outcome];
        state = transition.NextState;
        lastAction = action;
        return new(transition.NextState, transition.Reward, transition.Terminated, Truncated: false, infos[outcome]);
    }

    /// <inheritdoc/>
    protected override void SyncState(StateSync sync)
    {
        ArgumentNullException.ThrowIfNull(sync);
        int savedState = state;
        int savedAction = lastAction;
        sync.Sync(ref savedState);
        sync.Sync(ref savedAction);
        if (savedState < -1 || savedState >= transitions.StateCount
            || savedAction < -1 || savedAction >= transitions.ActionCount)
        {
            throw new StateFormatException(
                $"The saved state is damaged: it names state {savedState} and action {savedAction}, but there are "
                + $"{transitions.StateCount} states and {transitions.ActionCount} actions.");
        }

        state = savedState;
        lastAction = savedAction;
        sync.Sync(Rng);
    }

    /// <summary>Goes to another state than the one the table drew.</summary>
    private protected void MoveTo(int next) => state = next;

    private static void ThrowResetNeeded(string method) => throw new ResetNeededException(
        $"Cannot call {method}() before Reset(). Call Reset once to start the first episode.");

    private void ThrowInvalidAction(int action) => throw new InvalidActionException(
        $"The action {action} is not in {ActionSpace}. Choose "
        + string.Join(", ", actionNames.Select((name, number) => $"{number} ({name.ToLowerInvariant()})")) + ".");
}
