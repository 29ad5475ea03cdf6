namespace GymSharp.Environments.ToyText;

/// <summary>The cards of one player, as far as they matter.</summary>
internal struct BlackjackHand
{
    private int total;
    private int count;
    private int aces;
    private int first;

    /// <summary>The value of the first card, 1 (ace) to 10.</summary>
    public readonly int First => first;

    /// <summary>Whether an ace can count 11.</summary>
    public readonly bool HasUsableAce => aces > 0 && total + 10 <= 21;

    /// <summary>The points, with a usable ace as 11.</summary>
    public readonly int Sum => HasUsableAce ? total + 10 : total;

    public readonly bool IsBust => Sum > 21;

    /// <summary>What counts against the other hand: the points, or 0 when bust.</summary>
    public readonly int Score => IsBust ? 0 : Sum;

    /// <summary>Whether these are an ace and a ten.</summary>
    public readonly bool IsNatural => count == 2 && total == 11 && aces == 1;

    /// <summary>Whether the numbers can belong to a hand that was dealt.</summary>
    public readonly bool IsValid =>
        first is >= 1 and <= 10 && count >= 2 && aces >= 0 && aces <= count && total >= count;

    public void Add(int card)
    {
        first = count == 0 ? card : first;
        total += card;
        aces += card == 1 ? 1 : 0;
        count++;
    }
}
