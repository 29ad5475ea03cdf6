using GymSharp.Rendering;

namespace GymSharp.Environments.ToyText;

/// <summary>
/// Draws Taxi: streets between hedges, coloured stations, the passenger, the hotel at the destination, the cab.
/// </summary>
internal sealed class TaxiPicture
{
    private const int Cell = TaxiTown.Cell;
    private const double HotelOpacity = 170 / 255.0;

    // Actions and headings are numbered alike: south, north, east, west.
    private static readonly Heading[] Headings = [Heading.Down, Heading.Up, Heading.Right, Heading.Left];

    private readonly Canvas canvas = new(TaxiTown.Width, TaxiTown.Height, Color.Gray);
    private readonly Frame background;

    public TaxiPicture()
    {
        TaxiTown.Draw(canvas);
        background = canvas.ToFrame();
    }

    /// <summary>Draws a state.</summary>
    /// <param name="state">Where everything is.</param>
    /// <param name="orientation">The last move of the taxi: 0 south, 1 north, 2 east, 3 west.</param>
    public Frame Draw(in TaxiState state, int orientation)
    {
        canvas.DrawFrame(background, 0, 0);
        if (state.Passenger < TaxiState.InTaxi)
        {
            using (Enter(TaxiMap.Stations[state.Passenger]))
            {
                DrawPassenger();
            }
        }

        (int Row, int Column) station = TaxiMap.Stations[state.Destination];
        bool isHotelBehind = station.Row <= state.Row;
        if (isHotelBehind)
        {
            DrawHotel(station);
        }

        using (Enter((state.Row, state.Column)))
        {
            CabFigure.Draw(canvas, Headings[orientation], isOccupied: state.Passenger == TaxiState.InTaxi);
        }

        if (!isHotelBehind)
        {
            DrawHotel(station);
        }

        return canvas.ToFrame();
    }

    private CanvasScope Enter((int Row, int Column) place)
    {
        CanvasScope scope = canvas.Push();
        canvas.Translate(((2 * place.Column) + 1) * Cell, (place.Row + 1) * Cell);
        return scope;
    }

    private void DrawPassenger()
    {
        Color skin = new(250, 208, 168);
        canvas.FillEllipse(25, 41, 9, 2.6, Shapes.Shadow);
        Shapes.Polygon(
            canvas, new Color(62, 74, 128), 1,
            (20, 33), (30, 33), (30, 41), (26, 41), (25, 36), (24, 41), (20, 41));
        Shapes.Polygon(
            canvas, new Color(200, 60, 56), 1,
            (20, 25), (30, 25), (33.5, 32), (30.5, 34), (30, 35), (20, 35), (19.5, 34), (16.5, 32));
        Shapes.Circle(canvas, skin, 1, new(17.5, 33), 1.8);
        Shapes.Circle(canvas, skin, 1, new(32.5, 33), 1.8);
        Shapes.Circle(canvas, skin, 1.1, new(25, 19), 7.2);
        Shapes.Polygon(
            canvas, new Color(122, 70, 52), 1,
            (17.4, 19), (17, 13), (21, 10), (29, 10), (33, 13), (32.6, 19), (30, 15.5), (20, 15.5));
        canvas.FillEllipse(22.2, 19.8, 1.1, 1.7, Shapes.Ink);
        canvas.FillEllipse(27.8, 19.8, 1.1, 1.7, Shapes.Ink);
        canvas.DrawArc(25, 21.6, 2.2, 0.5, Math.PI - 1, new Pen(Shapes.Ink, 0.9, LineCap.Round));
    }

    // Drawn whole, then faded by laying what was there before over it.
    private void DrawHotel((int Row, int Column) station)
    {
        int left = ((2 * station.Column) + 1) * Cell;
        int top = ((station.Row + 1) * Cell) - (Cell / 2);
        Frame before = canvas.ToFrame();
        using (Enter(station))
        {
            canvas.Translate(0, -Cell / 2.0);
            Color wall = new(246, 190, 120);
            Shapes.Polygon(canvas, new Color(206, 120, 92), 1, (1.5, 13), (7, 8), (7, 48.5), (1.5, 48.5));
            Shapes.Polygon(canvas, wall, 1.2, (7, 8), (48, 8), (48, 48.5), (7, 48.5));
            Shapes.Polygon(canvas, new Color(250, 240, 224), 1.2, (6, 1.5), (49, 1.5), (49, 11), (6, 11));
            TextStyle style = new(
                8.5, new Color(184, 48, 52), HorizontalAlign.Center, VerticalAlign.Middle, Bold: true);
            canvas.DrawText("HOTEL", 27.5, 6.3, style);
            for (int i = 0; i < 9; i++)
            {
                if (i != 7)
                {
                    DrawWindow(11 + (13 * (i % 3)), 15 + (11 * (i / 3)));
                }
            }

            Shapes.Polygon(canvas, new Color(76, 132, 196), 1, (23, 36), (32, 36), (32, 48.5), (23, 48.5));
            canvas.DrawLine(27.5, 36, 27.5, 48.5, new Pen(Shapes.Ink, 1));
        }

        ImageOptions fade = new()
        {
            Opacity = 1 - HotelOpacity,
            Smooth = false,
            Source = new PixelRectangle(left, top, Cell, Cell),
        };
        canvas.DrawFrame(before, left, top, fade);
    }

    private void DrawWindow(double x, double y)
    {
        canvas.FillRectangle(x, y, 8, 7, Shapes.Ink);
        canvas.FillRectangle(x + 1, y + 1, 6, 5, new Color(120, 200, 240));
        canvas.FillPolygon([(x + 1, y + 6), (x + 5, y + 1), (x + 7, y + 1), (x + 3, y + 6)], new Color(190, 230, 250));
    }
}
