namespace GymSharp.Environments.ToyText;

/// <summary>Where a figure looks on the screen.</summary>
internal enum Heading
{
    Down,
    Up,
    Right,
    Left,
}
