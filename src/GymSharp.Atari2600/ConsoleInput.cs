namespace GymSharp.Atari2600;

/// <summary>Everything a player can move or press. A value stays until it is changed; all start at 0.</summary>
public enum ConsoleInput
{
    /// <summary>Left joystick up: 1 is pressed.</summary>
    J0Up,

    /// <summary>Left joystick down.</summary>
    J0Down,

    /// <summary>Left joystick left.</summary>
    J0Left,

    /// <summary>Left joystick right.</summary>
    J0Right,

    /// <summary>Left joystick button.</summary>
    J0Fire,

    /// <summary>Right joystick up.</summary>
    J1Up,

    /// <summary>Right joystick down.</summary>
    J1Down,

    /// <summary>Right joystick left.</summary>
    J1Left,

    /// <summary>Right joystick right.</summary>
    J1Right,

    /// <summary>Right joystick button.</summary>
    J1Fire,

    /// <summary>Resistance of paddle 0 in ohms.</summary>
    P0Res,

    /// <summary>Resistance of paddle 1 in ohms.</summary>
    P1Res,

    /// <summary>Resistance of paddle 2 in ohms.</summary>
    P2Res,

    /// <summary>Resistance of paddle 3 in ohms.</summary>
    P3Res,

    /// <summary>Button of paddle 0.</summary>
    P0Fire,

    /// <summary>Button of paddle 1.</summary>
    P1Fire,

    /// <summary>Button of paddle 2.</summary>
    P2Fire,

    /// <summary>Button of paddle 3.</summary>
    P3Fire,

    /// <summary>The console's SELECT switch.</summary>
    Select,

    /// <summary>The console's RESET switch.</summary>
    Reset,

    /// <summary>Puts the left difficulty switch to A (hard) while 1.</summary>
    LeftDiffA,

    /// <summary>Puts the left difficulty switch to B while 1, unless A is asked for too.</summary>
    LeftDiffB,

    /// <summary>Puts the right difficulty switch to A while 1.</summary>
    RightDiffA,

    /// <summary>Puts the right difficulty switch to B while 1, unless A is asked for too.</summary>
    RightDiffB,

    /// <summary>Puts the television switch to colour while 1.</summary>
    Color,

    /// <summary>Puts the television switch to black and white while 1, unless colour is asked for too.</summary>
    BlackWhite,
}
