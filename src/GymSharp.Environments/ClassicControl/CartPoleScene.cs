using GymSharp.Rendering;

namespace GymSharp.Environments.ClassicControl;

/// <summary>Draws cart, pole, axle and track.</summary>
internal static class CartPoleScene
{
    /// <summary>Width of the picture in pixels.</summary>
    public const int Width = 600;

    /// <summary>Height of the picture in pixels.</summary>
    public const int Height = 400;

    private const double Scale = Width / (2 * CartPoleDynamics.PositionLimit);
    private const double CartWidth = 50;
    private const double CartHeight = 30;
    private const double CartMiddle = 100;
    private const double PoleWidth = 10;
    private const double PoleLength = Scale * 2 * CartPoleDynamics.HalfLength;
    private static readonly Color PoleColor = new(202, 152, 101);
    private static readonly Color AxleColor = new(129, 132, 203);

    /// <summary>Draws on a white canvas with its origin at the bottom left.</summary>
    /// <param name="canvas">600 × 400 pixels.</param>
    /// <param name="position">Of the cart, metres.</param>
    /// <param name="angle">Of the pole, radians.</param>
    public static void Draw(Canvas canvas, double position, double angle)
    {
        double x = (position * Scale) + (Width / 2.0);
        double axle = CartMiddle + (CartHeight / 4);
        canvas.FillRectangle(x - (CartWidth / 2), CartMiddle - (CartHeight / 2), CartWidth, CartHeight, Color.Black);
        using (canvas.Push())
        {
            canvas.Translate(x, axle);
            canvas.Rotate(-angle);
            canvas.FillRectangle(-PoleWidth / 2, -PoleWidth / 2, PoleWidth, PoleLength, PoleColor);
        }

        canvas.FillCircle(x, axle, PoleWidth / 2, AxleColor);
        canvas.DrawLine(0, CartMiddle + 0.5, Width, CartMiddle + 0.5, Color.Black);
    }
}
