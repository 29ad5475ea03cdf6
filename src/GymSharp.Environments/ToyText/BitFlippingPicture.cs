using GymSharp.Rendering;

namespace GymSharp.Environments.ToyText;

/// <summary>
/// Draws bits as lamps: the wanted ones above, the present ones below, and between them whether the two agree.
/// </summary>
internal sealed class BitFlippingPicture
{
    private const int Width = 720;
    private const int Height = 160;
    private const int Left = 96;
    private const int Right = 16;
    private const int GoalTop = 24;
    private const int BitsTop = 92;
    private const double LargestCell = 44;
    private const double TextSize = 24;

    private static readonly Color Wall = new(38, 42, 56);
    private static readonly Color Lit = new(255, 204, 92);
    private static readonly Color Dark = new(74, 80, 98);
    private static readonly Color Agrees = new(96, 190, 120);
    private static readonly Color Differs = new(226, 92, 88);

    private readonly Canvas canvas = new(Width, Height, Wall);

    /// <summary>Draws both rows; as many bits as there are share the width.</summary>
    public Frame Draw(ReadOnlySpan<sbyte> bits, ReadOnlySpan<sbyte> goal)
    {
        canvas.Clear(Wall);
        canvas.DrawText("goal", Right, GoalTop + 10, TextSize, Color.White);
        canvas.DrawText("bits", Right, BitsTop + 10, TextSize, Color.White);
        double cell = Math.Min(LargestCell, (double)(Width - Left - Right) / bits.Length);
        for (int i = 0; i < bits.Length; i++)
        {
            double x = Left + (i * cell) + (0.05 * cell);
            DrawLamp(x, GoalTop, cell, goal[i]);
            canvas.FillRectangle(x, GoalTop + 52, 0.9 * cell, 8, bits[i] == goal[i] ? Agrees : Differs);
            DrawLamp(x, BitsTop, cell, bits[i]);
        }

        return canvas.ToFrame();
    }

    private void DrawLamp(double x, double y, double cell, sbyte bit) =>
        canvas.FillRoundedRectangle(x, y, 0.9 * cell, 44, 0.2 * cell, bit == 0 ? Dark : Lit);
}
