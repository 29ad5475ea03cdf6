using System.Runtime.Intrinsics;

namespace GymSharp.Atari2600;

/// <summary>Draws spans of lines, 32 pixels at a time.</summary>
internal sealed partial class Tia
{
    private const int Lanes = 32;
    private const int CombWidth = 8;

    // The first half of the line, and 32 lanes of which the first n are on.
    private static readonly byte[] LeftHalf = [.. Enumerable.Range(0, 192).Select(i => (byte)(i < 80 ? 0xFF : 0))];
    private static readonly byte[] FirstLanes = [.. Enumerable.Range(0, 64).Select(i => (byte)(i < 32 ? 0xFF : 0))];

    private readonly byte[] line = new byte[192];

    /// <summary>Brings picture and collisions up to a clock.</summary>
    /// <param name="clock">The first clock that is not drawn.</param>
    private void DrawTo(int clock)
    {
        int end = Math.Min(clock, windowEnd);
        while (drawn < end)
        {
            int column = drawn % LineClocks;
            if (column == 0 && end - drawn >= LineClocks && !isRemembering)
            {
                DrawLine(drawn, count: 0);
                continue;
            }

            if (column == 0 && drawn > windowStart)
            {
                EndLine();
            }

            int stop = Math.Min(end, drawn - column + LineClocks);
            int from = Math.Max(0, column - BlankClocks);
            int to = stop - (drawn - column) - BlankClocks;
            if (to > 0)
            {
                DrawSpan((drawn - windowStart) / LineClocks, from, to);
            }

            drawn = stop;
        }
    }

    private void EndLine()
    {
        state.Players[0].FirstHidden = false;
        state.Players[1].FirstHidden = false;
        state.Mirrored = state.MirrorWanted;
        if (state.Missiles[0].IsDrifting)
        {
            state.Missiles[0].Drift();
        }
    }

    private void DrawSpan(int row, int from, int to)
    {
        if (from == 0)
        {
            state.CombOnLine = state.CombPending;
            state.CombPending = false;
        }

        if (state.Blanked)
        {
            for (int x = from; x < to; x += Lanes)
            {
                Vector256<byte>.Zero.StoreUnsafe(ref line[x]);
            }
        }
        else
        {
            Paint(from, to);
        }

        if (state.CombOnLine && from < CombWidth)
        {
            line.AsSpan(from, Math.Min(to, CombWidth) - from).Clear();
        }

        if (!isRemembering)
        {
            RowStamps[row] = 0;
            line.AsSpan(from, to - from).CopyTo(Frame.AsSpan((row * Columns) + from));
        }
    }

    private void Paint(int from, int to)
    {
        bool anyObject = (state.Players[0].Shown | state.Players[1].Shown) != 0
            || state.Missiles[0].IsShown || state.Missiles[1].IsShown || state.Ball.IsShown;
        playfield.Lay(state.Field, state.Mirrored);
        for (int x = from; x < to; x += Lanes)
        {
            Vector256<byte> field = Vector256.LoadUnsafe(ref playfield.Pixels[x]);
            if (anyObject)
            {
                PaintObjects(x, field, Vector256.LoadUnsafe(ref FirstLanes[Math.Max(0, Lanes - (to - x))]));
            }
            else
            {
                Vector256<byte> color = state.ScoreMode ? ScoreColors(x) : Vector256.Create(state.ColorPlayfield);
                Vector256.ConditionalSelect(field, color, Vector256.Create(state.ColorBackground))
                    .StoreUnsafe(ref line[x]);
            }
        }
    }

    private Vector256<byte> ScoreColors(int x) => Vector256.ConditionalSelect(
        Vector256.LoadUnsafe(ref LeftHalf[x]),
        Vector256.Create(state.ColorPlayer0),
        Vector256.Create(state.ColorPlayer1));

    private void PaintObjects(int x, Vector256<byte> field, Vector256<byte> lanes)
    {
        Vector256<byte> p0 = Cover(state.Players[0], x);
        Vector256<byte> p1 = Cover(state.Players[1], x);
        Vector256<byte> m0 = Cover(state.Missiles[0], x);
        Vector256<byte> m1 = Cover(state.Missiles[1], x);
        Vector256<byte> bl = state.Ball.IsShown
            ? Vector256.LoadUnsafe(ref ObjectMasks.Missiles[state.Ball.MaskOffset + x])
            : Vector256<byte>.Zero;
        Collide(new(p0 & lanes, p1 & lanes, m0 & lanes, m1 & lanes, bl & lanes, field));
        Vector256<byte> fieldColor = Vector256.Create(state.ColorPlayfield);
        Vector256<byte> color0 = Vector256.Create(state.ColorPlayer0);
        Vector256<byte> color1 = Vector256.Create(state.ColorPlayer1);
        Vector256<byte> pixels = Vector256.Create(state.ColorBackground);
        if (state.PlayfieldFirst)
        {
            pixels = Vector256.ConditionalSelect(p1 | m1, color1, pixels);
            pixels = Vector256.ConditionalSelect(p0 | m0, color0, pixels);
            pixels = Vector256.ConditionalSelect(field | bl, fieldColor, pixels);
        }
        else
        {
            // A score belongs to the players: each half of the field has the place of one of them too.
            Vector256<byte> left = state.ScoreMode ? field & Vector256.LoadUnsafe(ref LeftHalf[x]) : default;
            Vector256<byte> right = state.ScoreMode ? field & ~Vector256.LoadUnsafe(ref LeftHalf[x]) : default;
            pixels = Vector256.ConditionalSelect(state.ScoreMode ? bl : field | bl, fieldColor, pixels);
            pixels = Vector256.ConditionalSelect(p1 | m1 | right, color1, pixels);
            pixels = Vector256.ConditionalSelect(p0 | m0 | left, color0, pixels);
        }

        pixels.StoreUnsafe(ref line[x]);
    }

    private static Vector256<byte> Cover(in Player player, int x) => ~Vector256.Equals(
        Vector256.LoadUnsafe(ref ObjectMasks.Players[player.MaskOffset + x]) & Vector256.Create(player.Shown),
        Vector256<byte>.Zero);

    private static Vector256<byte> Cover(in Missile missile, int x) => missile.IsShown && !missile.IsBlinking
        ? Vector256.LoadUnsafe(ref ObjectMasks.Missiles[missile.MaskOffset + x])
        : Vector256<byte>.Zero;

    private void Collide(in Covers c)
    {
        int hits = Bit(c.M0, c.P1, 0) | Bit(c.M0, c.P0, 1) | Bit(c.M1, c.P0, 2) | Bit(c.M1, c.P1, 3)
            | Bit(c.P0, c.Field, 4) | Bit(c.P0, c.Ball, 5) | Bit(c.P1, c.Field, 6) | Bit(c.P1, c.Ball, 7)
            | Bit(c.M0, c.Field, 8) | Bit(c.M0, c.Ball, 9) | Bit(c.M1, c.Field, 10) | Bit(c.M1, c.Ball, 11)
            | Bit(c.Ball, c.Field, 12) | Bit(c.P0, c.P1, 13) | Bit(c.M0, c.M1, 14);
        collisions |= hits;
    }

    private static int Bit(Vector256<byte> a, Vector256<byte> b, int bit) =>
        (a & b) == Vector256<byte>.Zero ? 0 : 1 << bit;

    private readonly record struct Covers(
        Vector256<byte> P0,
        Vector256<byte> P1,
        Vector256<byte> M0,
        Vector256<byte> M1,
        Vector256<byte> Ball,
        Vector256<byte> Field);
}
