using System.Globalization;
using System.Xml.Linq;

namespace GymSharp.Mujoco.Mazes;

/// <summary>Makes models of a ball in a maze. The maze's middle is the world's origin; rows run towards -y.</summary>
internal static class PointMazeModel
{
    /// <summary>Builds the MJCF.</summary>
    /// <param name="walls">Which cells are walls, by row and column.</param>
    /// <param name="cellSize">Metres of a cell's side.</param>
    /// <param name="wallHeight">The height of walls as a share of a cell's side.</param>
    /// <returns>
    /// The ball's model (<c>point</c>), boxes <c>block_ROW_COLUMN</c>, and in the world the site <c>target</c>.
    /// </returns>
    public static string Xml(bool[,] walls, double cellSize, double wallHeight)
    {
        XDocument document = XDocument.Parse(MujocoModels.Xml("point"));
        XElement world = document.Root!.Element("worldbody")!;
        double half = 0.5 * cellSize;
        double halfHeight = wallHeight / 2 * cellSize;
        for (int row = 0; row < walls.GetLength(0); row++)
        {
            for (int column = 0; column < walls.GetLength(1); column++)
            {
                if (walls[row, column])
                {
                    (double x, double y) = Middle(walls, row, column, cellSize);
                    world.Add(new XElement(
                        "geom",
                        new XAttribute("name", $"block_{row}_{column}"),
                        new XAttribute("class", "wall"),
                        new XAttribute("pos", Text(x, y, halfHeight)),
                        new XAttribute("size", Text(half, half, halfHeight))));
                }
            }
        }

        world.Add(new XElement(
            "site",
            new XAttribute("name", "target"),
            new XAttribute("class", "mark"),
            new XAttribute("pos", Text(0, 0, halfHeight)),
            new XAttribute("size", Text(0.2 * cellSize))));
        return document.ToString();
    }

    /// <summary>The place of a cell's middle in the world.</summary>
    /// <param name="walls">The map, for its size.</param>
    /// <param name="row">The row, from 0.</param>
    /// <param name="column">The column, from 0.</param>
    /// <param name="cellSize">Metres of a cell's side.</param>
    public static (double X, double Y) Middle(bool[,] walls, int row, int column, double cellSize)
    {
        double centerX = walls.GetLength(1) / 2.0 * cellSize;
        double centerY = walls.GetLength(0) / 2.0 * cellSize;
        return (((column + 0.5) * cellSize) - centerX, centerY - ((row + 0.5) * cellSize));
    }

    private static string Text(params ReadOnlySpan<double> numbers) => string.Join(
        ' ',
        numbers.ToArray().Select(static number => number.ToString("R", CultureInfo.InvariantCulture)));
}
