namespace GymSharp.Environments.Box2D;

/// <summary>Pixels to be copied, row by row; those between them stay.</summary>
internal sealed class Stencil
{
    private readonly (int X, uint Color)[] pixels;
    private readonly int[] starts;

    /// <summary>Takes those pixels of a picture that are not black.</summary>
    /// <param name="picture">Colours, row by row, 0x00BBGGRR.</param>
    /// <param name="width">Pixels of a row.</param>
    public Stencil(ReadOnlySpan<uint> picture, int width)
    {
        List<(int X, uint Color)> found = [];
        starts = new int[(picture.Length / width) + 1];
        for (int i = 0; i < picture.Length; i++)
        {
            if (picture[i] != 0)
            {
                found.Add((i % width, picture[i]));
            }

            starts[(i / width) + 1] = found.Count;
        }

        pixels = [.. found];
    }

    /// <summary>Rows.</summary>
    public int Height => starts.Length - 1;

    /// <summary>The pixels of a row.</summary>
    public ReadOnlySpan<(int X, uint Color)> Row(int y) => pixels.AsSpan(starts[y]..starts[y + 1]);
}
