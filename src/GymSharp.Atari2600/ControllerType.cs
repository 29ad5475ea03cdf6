namespace GymSharp.Atari2600;

/// <summary>What is plugged into a controller port.</summary>
public enum ControllerType
{
    /// <summary>A joystick with one button. Ports with nothing or another device in them act as this.</summary>
    Joystick,

    /// <summary>A pair of paddles with a button each.</summary>
    Paddles,
}
