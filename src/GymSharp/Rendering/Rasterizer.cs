namespace GymSharp.Rendering;

/// <summary>
/// Turns edges into exact pixel coverage. Every edge adds the signed area to its right, row by row, to a buffer of
/// differences; summing a row from the left then gives the winding-weighted coverage of each pixel.
/// </summary>
/// <remarks>
/// Coordinates are rounded to 1/256 pixel. Areas are integers (65536 is a full pixel), so that the order of edges does
/// not matter and a closed outline leaves exactly nothing to its right.
/// </remarks>
internal sealed class Rasterizer
{
    /// <summary>The coverage of a pixel that lies wholly inside.</summary>
    public const int Full = 65536;

    private const double SubPixels = 256;

    // Beyond this the picture cannot change, and sums stay far from the limits of their types.
    private const double Farthest = 1 << 20;

    private readonly int stride;
    private readonly int[] differences;
    private readonly int[] firstColumn;
    private readonly int[] lastColumn;
    private PixelRectangle bounds;
    private int firstRow;
    private int lastRow;

    public Rasterizer(int width, int height)
    {
        stride = width + 2;
        differences = new int[checked(stride * height)];
        firstColumn = new int[height];
        lastColumn = new int[height];
        firstColumn.AsSpan().Fill(int.MaxValue);
        lastColumn.AsSpan().Fill(-1);
    }

    /// <summary>Starts a shape that is drawn only within the bounds, which lie on the canvas.</summary>
    public void Begin(PixelRectangle clip)
    {
        bounds = clip;
        firstRow = int.MaxValue;
        lastRow = -1;
    }

    /// <summary>Adds the closed outline through the points.</summary>
    public void AddPolygon(ReadOnlySpan<Point> points)
    {
        if (points.Length < 2)
        {
            return;
        }

        Point before = points[^1];
        foreach (Point point in points)
        {
            AddEdge(before, point);
            before = point;
        }
    }

    /// <summary>Adds one edge of an outline; the caller closes outlines.</summary>
    public void AddEdge(Point from, Point to)
    {
        double x0 = Snap(from.X);
        double y0 = Snap(from.Y);
        double x1 = Snap(to.X);
        double y1 = Snap(to.Y);
        if (y0 == y1)
        {
            return;
        }

        int direction = Full;
        if (y0 > y1)
        {
            direction = -Full;
            (x0, y0, x1, y1) = (x1, y1, x0, y0);
        }

        int top = (int)Math.Max(Math.Floor(y0), bounds.Y);
        int end = (int)Math.Min(Math.Ceiling(y1), bounds.Bottom);
        if (top >= end)
        {
            return;
        }

        firstRow = Math.Min(firstRow, top);
        lastRow = Math.Max(lastRow, end - 1);
        double slope = (x1 - x0) / (y1 - y0);
        double upper = Math.Max(y0, top);
        double xUpper = x0 + ((upper - y0) * slope);
        for (int row = top; row < end; row++)
        {
            double lower = Math.Min(y1, row + 1);
            double xLower = lower == y1 ? x1 : x0 + ((lower - y0) * slope);
            AddRow(row, xUpper, xLower, (int)((lower - upper) * direction));
            upper = lower;
            xUpper = xLower;
        }
    }

    /// <summary>Hands every run of equal coverage to the target, and makes room for the next shape.</summary>
    public void Sweep<TTarget>(ref TTarget target, FillRule rule)
        where TTarget : struct, IRunTarget
    {
        for (int row = firstRow; row <= lastRow; row++)
        {
            int first = firstColumn[row];
            if (first != int.MaxValue)
            {
                Span<int> touched = differences.AsSpan((row * stride) + first, lastColumn[row] - first + 1);
                SweepRow(ref target, row, touched[..Math.Min(touched.Length, bounds.Right - first)], rule);
                touched.Clear();
            }

            firstColumn[row] = int.MaxValue;
            lastColumn[row] = -1;
        }
    }

    private void SweepRow<TTarget>(ref TTarget target, int row, Span<int> cells, FillRule rule)
        where TTarget : struct, IRunTarget
    {
        int origin = firstColumn[row];
        int sum = 0;
        int column = 0;
        while (column < cells.Length)
        {
            sum += cells[column];
            int start = column++;
            if (column < cells.Length && cells[column] == 0)
            {
                int next = cells[column..].IndexOfAnyExcept(0);
                column = next < 0 ? cells.Length : column + next;
            }

            int coverage = rule == FillRule.NonZero ? Math.Min(Math.Abs(sum), Full) : Fold(sum);
            if (coverage != 0)
            {
                target.Fill(row, origin + start, column - start, coverage);
            }
        }
    }

    // Even-odd: the sum goes up and down between none and full with every further winding.
    private static int Fold(int sum)
    {
        int phase = sum & ((2 * Full) - 1);
        return phase > Full ? (2 * Full) - phase : phase;
    }

    private static double Snap(double coordinate) =>
        Math.Clamp(Math.Floor((coordinate * SubPixels) + 0.5) / SubPixels, -Farthest, Farthest);

    private void AddRow(int row, double xUpper, double xLower, int weight)
    {
        double left = Math.Min(xUpper, xLower);
        double right = Math.Max(xUpper, xLower);
        if (left >= bounds.Right)
        {
            // Nothing to add, but what lies left of this edge reaches up to the border.
            lastColumn[row] = bounds.Right;
            return;
        }

        int column = (int)Math.Max(Math.Floor(left), bounds.X);
        int end = (int)Math.Min(Math.Ceiling(right), bounds.Right);
        Span<int> cells = differences.AsSpan(row * stride, stride);
        firstColumn[row] = Math.Min(firstColumn[row], column);
        if (right <= column + 1 && left >= column)
        {
            // The edge stays within one pixel: the mean of its ends decides.
            int inside = Round(weight * (column + 1 - ((left + right) * 0.5)));
            cells[column] += inside;
            cells[column + 1] += weight - inside;
            lastColumn[row] = Math.Max(lastColumn[row], column + 1);
            return;
        }

        AddSloped(cells[..(bounds.Right + 1)], column, left, right, weight);
        lastColumn[row] = Math.Max(lastColumn[row], Math.Max(end, column));
    }

    // Up to column t, the area right of the edge is weight (t - left)^2 / (2 (right - left)) within the edge's reach.
    private static void AddSloped(Span<int> cells, int column, double left, double right, int weight)
    {
        int before = 0;
        int end = cells.Length - 1;
        double reach = right - left;
        double area = Area(Math.Max(column - left, 0), reach, weight);
        while (column < end && before != weight)
        {
            double next = Area(column + 1 - left, reach, weight);
            int inside = column >= right ? weight : Round(next - area);
            cells[column] += inside - before;
            before = inside;
            area = next;
            column++;
        }

        cells[column] += weight - before;
    }

    private static double Area(double distance, double reach, int weight) => distance >= reach
        ? weight * (distance - (reach * 0.5))
        : weight * distance * distance / (2 * reach);

    private static int Round(double value) => (int)Math.Floor(value + 0.5);
}
