using GymSharp.Atari2600;
using GymSharp.Environments.Atari.Games;

namespace GymSharp.Environments.Atari;

/// <content>How an episode begins.</content>
public sealed partial class AleMachine : IModeMachine
{
    private const int IdleFrames = 60;
    private const int SwitchFrames = 4;

    /// <inheritdoc/>
    RuleInput IModeMachine.Input => score.Input;

    /// <summary>Starts an episode: switches the console off and on, waits, presses RESET, enters the mode.</summary>
    /// <remarks>RAM and the generator of sticky actions go on from the episode before.</remarks>
    public void Reset()
    {
        episodeFrameNumber = 0;
        sticky.Reset();
        controls.CenterPaddles();
        console.Reset();
        screen.Clear();
        for (int i = 0; i < IdleFrames; i++)
        {
            PlayFrame(PlayerMove.Noop, PlayerMove.Noop);
        }

        SoftReset();
        score.Reset();
        if (Game.EnterMode is { } enter)
        {
            score.Input.Mode = mode;
            enter(this);
        }

        SoftReset();
        foreach (int action in Game.StartingActions)
        {
            PlayStartingAction(action);
        }
    }

    /// <summary>Holds RESET for four frames; it stays pressed until the next action.</summary>
    public void SoftReset()
    {
        controls.Press(ConsoleInput.Reset);
        for (int i = 0; i < SwitchFrames; i++)
        {
            RunFrame();
        }
    }

    /// <summary>Holds SELECT for some frames, then plays a frame with nothing pressed, which counts.</summary>
    /// <param name="frames">How many.</param>
    public void PressSelect(int frames)
    {
        controls.Press(ConsoleInput.Select);
        for (int i = 0; i < frames; i++)
        {
            RunFrame();
        }

        PlayFrame(PlayerMove.Noop, PlayerMove.Noop);
        CountFrame();
    }

    /// <inheritdoc/>
    void IModeMachine.Act(int playerA, int playerB) => Act(playerA, playerB, 1, 1);

    private void PlayStartingAction(int action)
    {
        if (action != AtariActions.Reset)
        {
            PlayFrame(new PlayerMove((AtariAction)action, 1), PlayerMove.Noop);
            return;
        }

        controls.Apply(PlayerMove.Noop, PlayerMove.Noop);
        controls.Press(ConsoleInput.Reset);
        RunFrame();
    }
}
