namespace GymSharp.Environments.MinAtar;

/// <summary>Something that swims along a row of the sea: fish, submarine, diver or bullet.</summary>
/// <param name="X">Column; one step outside the grid while it leaves.</param>
/// <param name="Y">Row.</param>
/// <param name="Heading">-1 to the left, 1 to the right.</param>
/// <param name="Wait">Frames until it moves; 0 for bullets, which move in every frame.</param>
/// <param name="Reload">Frames until it fires; 0 for what does not fire.</param>
internal record struct Swimmer(int X, int Y, int Heading, int Wait = 0, int Reload = 0)
{
    public readonly bool IsOutside => (uint)X >= MinAtarGame.Size;

    public readonly bool IsAt(int x, int y) => X == x && Y == y;

    /// <summary>Marks it, and the cell it came from.</summary>
    public readonly void Draw(CellSheet sheet, int channel, int trailChannel)
    {
        sheet.Mark(X, Y, channel);
        sheet.MarkIfInside(X - Heading, Y, trailChannel);
    }
}
