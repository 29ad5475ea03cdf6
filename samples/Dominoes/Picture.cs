using System.Text;
using GymSharp.Physics2D;

namespace Dominoes;

/// <summary>Draws a world with letters, by asking which fixtures hold the middle of each one.</summary>
internal static class Picture
{
    public static string Of(World world, Vec2 lower, Vec2 upper, int columns, int rows)
    {
        StringBuilder text = new();
        for (int row = rows - 1; row >= 0; row--)
        {
            text.AppendLine();
            for (int column = 0; column < columns; column++)
            {
                Vec2 point = new(
                    lower.X + ((upper.X - lower.X) * (column + 0.5f) / columns),
                    lower.Y + ((upper.Y - lower.Y) * (row + 0.5f) / rows));
                Finder finder = new(point);
                world.Query(ref finder, new(point, point));
                text.Append(finder.Letter);
            }
        }

        return text.ToString();
    }

    private struct Finder(Vec2 point) : IQueryVisitor
    {
        public char Letter { get; private set; } = ' ';

        public bool Report(Fixture fixture)
        {
            if (fixture.Contains(point))
            {
                Letter = fixture.Shape is CircleShape ? 'o' : '#';
            }

            return Letter == ' ';
        }
    }
}
