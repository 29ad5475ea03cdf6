namespace GymSharp.Environments.Atari.Games;

/// <summary>What a procedure that enters a game's mode may do with the console.</summary>
internal interface IModeMachine
{
    /// <summary>What expressions look at.</summary>
    RuleInput Input { get; }

    /// <summary>Holds SELECT for some frames, then plays a frame with nothing pressed.</summary>
    void PressSelect(int frames);

    /// <summary>Holds RESET for four frames.</summary>
    void SoftReset();

    /// <summary>A normal act.</summary>
    void Act(int playerA, int playerB);
}
