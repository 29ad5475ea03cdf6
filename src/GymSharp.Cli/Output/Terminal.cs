using System.Globalization;

namespace GymSharp.Cli.Output;

/// <summary>What is known about the place where output goes.</summary>
internal static class Terminal
{
    private const int Usual = 80;

    /// <summary>
    /// Columns for tables: what the environment variable COLUMNS says, else the terminal's; without bound where output
    /// is a file or a pipe, whose reader wants nothing cut.
    /// </summary>
    public static int Width
    {
        get
        {
            string? named = Environment.GetEnvironmentVariable("COLUMNS");
            if (int.TryParse(named, NumberStyles.None, CultureInfo.InvariantCulture, out int columns) && columns > 0)
            {
                return columns;
            }

            return Console.IsOutputRedirected ? int.MaxValue : Console.WindowWidth is > 0 and int width ? width : Usual;
        }
    }
}
