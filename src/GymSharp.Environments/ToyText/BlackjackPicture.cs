using System.Globalization;
using GymSharp.Rendering;

namespace GymSharp.Environments.ToyText;

/// <summary>
/// Draws the Blackjack table: the dealer's open and hidden card, the player's sum, and whether there is a usable ace.
/// </summary>
internal sealed class BlackjackPicture
{
    private const int Width = 600;
    private const int Height = 500;
    private const int Spacing = Height / 20;
    private const int CardHeight = Height / 3;
    private const int CardWidth = CardHeight * 142 / 197;
    private const int CardTop = 83;
    private const int PlayerTop = CardTop + CardHeight + (3 * Spacing / 2);
    private const int SumTop = PlayerTop + 60;

    // Capitals are 0.7 of the size high.
    private const double SmallText = 30;
    private const double LargeText = 92;

    private readonly Canvas canvas = new(Width, Height, Color.Black);

    /// <summary>Draws the table.</summary>
    /// <param name="player">The player's cards.</param>
    /// <param name="open">The value of the dealer's open card.</param>
    /// <param name="rank">What stands on it: A, 2 to 9, J, Q or K.</param>
    /// <param name="suit">C, D, H or S.</param>
    public Frame Draw(BlackjackHand player, int open, string rank, char suit)
    {
        canvas.Clear(new Color(7, 99, 36));
        string dealer = $"Dealer: {open.ToString(CultureInfo.InvariantCulture)}";
        canvas.DrawText(dealer, Spacing, Spacing + 4, SmallText, Color.White);
        DrawCardAt((Width / 2) - CardWidth - (Spacing / 2), () => PlayingCard.DrawFront(canvas, rank, suit));
        DrawCardAt((Width / 2) + (Spacing / 2), () => PlayingCard.DrawBack(canvas));
        canvas.DrawText("Player", Spacing, PlayerTop + 4, SmallText, Color.White);
        canvas.DrawText(
            player.Sum.ToString(CultureInfo.InvariantCulture),
            Width / 2.0,
            SumTop,
            new TextStyle(LargeText, Color.White, HorizontalAlign.Center, VerticalAlign.Top, Bold: true));
        if (player.HasUsableAce)
        {
            canvas.DrawText(
                "usable ace",
                Width / 2.0,
                SumTop + 84,
                new TextStyle(SmallText, Color.White, HorizontalAlign.Center));
        }

        return canvas.ToFrame();
    }

    private void DrawCardAt(double x, Action draw)
    {
        using CanvasScope scope = canvas.Push();
        canvas.Translate(x, CardTop);
        canvas.Scale(CardWidth / PlayingCard.Width, CardHeight / PlayingCard.Height);
        draw();
    }
}
