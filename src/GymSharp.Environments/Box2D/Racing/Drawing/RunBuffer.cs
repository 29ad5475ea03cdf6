namespace GymSharp.Environments.Box2D;

/// <summary>Collects the runs of a shape for one row of blocks, so that what it covers wholly becomes blocks.</summary>
internal sealed class RunBuffer
{
    private readonly BlockSurface surface;
    private readonly List<(int Y, int Left, int Right)> runs = new(64);
    private (int Row, int First, int Last) current;
    private bool isSingle;
    private uint color;

    /// <summary>Collects for a picture.</summary>
    public RunBuffer(BlockSurface surface)
    {
        this.surface = surface;
    }

    /// <summary>Starts a shape.</summary>
    public void Begin(uint shapeColor)
    {
        color = shapeColor;
        current = (-1, 0, -1);
        runs.Clear();
    }

    /// <summary>Adds pixels of a row; rows come in ascending or descending order.</summary>
    public void Add(int y, int left, int right)
    {
        if (y < current.First || y > current.Last)
        {
            Flush();
            current = surface.BlockRow(y);
            isSingle = true;
        }

        isSingle &= runs.Count == 0 || runs[^1].Y != y;
        runs.Add((y, left, right));
    }

    /// <summary>Draws what is left.</summary>
    public void End() => Flush();

    private void Flush()
    {
        bool isWhole = isSingle && runs.Count > 0 && runs.Count == current.Last - current.First + 1;
        (int first, int last) = isWhole ? Covered() : (0, -1);
        if (first > last)
        {
            foreach ((int y, int left, int right) in runs)
            {
                surface.FillRun(y, left, right, color);
            }
        }
        else
        {
            FillAround(first, last);
            surface.FillBlocks(current.Row, first, last, color);
        }

        runs.Clear();
    }

    private (int First, int Last) Covered()
    {
        (_, int left, int right) = runs[0];
        foreach ((_, int runLeft, int runRight) in runs)
        {
            left = Math.Max(left, runLeft);
            right = Math.Min(right, runRight);
        }

        return surface.BlocksBetween(left, right);
    }

    private void FillAround(int first, int last)
    {
        int innerLeft = surface.FirstColumn(first);
        int innerRight = surface.LastColumn(last);
        foreach ((int y, int left, int right) in runs)
        {
            if (left < innerLeft)
            {
                surface.FillRun(y, left, innerLeft - 1, color);
            }

            if (right > innerRight)
            {
                surface.FillRun(y, innerRight + 1, right, color);
            }
        }
    }
}
