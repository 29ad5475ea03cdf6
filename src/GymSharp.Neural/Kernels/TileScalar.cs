namespace GymSharp.Neural.Kernels;

/// <summary>Tiles without vectors: what the other kernels are compared with.</summary>
internal static unsafe class TileScalar
{
    public static void Run(ref Tile tile, int columns)
    {
        for (int row = 0; row < tile.Rows; row++)
        {
            for (int column = 0; column < columns; column++)
            {
                float sum = tile.Initial[(row * tile.InitialRow) + column];
                float* a = tile.A + (row * tile.ARow);
                float* b = tile.B + column;
                for (int k = 0; k < tile.Inner; k++)
                {
                    sum = MathF.FusedMultiplyAdd(*a, *b, sum);
                    a += tile.AColumn;
                    b += tile.BRow;
                }

                tile.C[(row * tile.CRow) + column] = sum;
            }
        }
    }
}
