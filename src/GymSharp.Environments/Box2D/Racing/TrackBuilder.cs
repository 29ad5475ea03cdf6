using GymSharp.Randomness;

namespace GymSharp.Environments.Box2D;

/// <summary>Draws race tracks: a road that steers towards twelve checkpoints around the middle in turn.</summary>
internal static class TrackBuilder
{
    private const int Checkpoints = 12;
    private const int BorderMinimum = 4;
    private const double TwoPi = 2 * Math.PI;
    private const double StartAlpha = TwoPi * -0.5 / Checkpoints;

    /// <summary>Draws until a track is closed.</summary>
    /// <returns>The points in order; the last is joined to the first.</returns>
    public static TrackPoint[] Build(Rng rng)
    {
        while (true)
        {
            if (Loop(Drive(DrawCheckpoints(rng))) is { } track)
            {
                return track;
            }
        }
    }

    /// <summary>Which tiles have a border: those of hard turns, and the three before each.</summary>
    public static bool[] Borders(TrackPoint[] track)
    {
        bool[] border = new bool[track.Length];
        for (int i = 0; i < track.Length; i++)
        {
            bool turnsHard = true;
            int side = 0;
            for (int back = 0; back < BorderMinimum; back++)
            {
                double turn = track[Wrap(i - back, track)].Beta - track[Wrap(i - back - 1, track)].Beta;
                turnsHard &= Math.Abs(turn) > RacingScale.TurnRate * 0.2;
                side += Math.Sign(turn);
            }

            border[i] = turnsHard && Math.Abs(side) == BorderMinimum;
        }

        for (int i = 0; i < track.Length; i++)
        {
            for (int back = 0; back < BorderMinimum; back++)
            {
                border[Wrap(i - back, track)] |= border[i];
            }
        }

        return border;
    }

    private static int Wrap(int index, TrackPoint[] track) => index < 0 ? index + track.Length : index;

    private static (double Alpha, double X, double Y)[] DrawCheckpoints(Rng rng)
    {
        const double Radius = RacingScale.TrackRadius;
        var checkpoints = new (double Alpha, double X, double Y)[Checkpoints];
        for (int c = 0; c < Checkpoints; c++)
        {
            double noise = rng.Uniform(0, TwoPi * 1 / Checkpoints);
            double alpha = (TwoPi * c / Checkpoints) + noise;
            double radius = rng.Uniform(Radius / 3, Radius);
            if (c is 0 or Checkpoints - 1)
            {
                alpha = TwoPi * c / Checkpoints;
                radius = 1.5 * Radius;
            }

            checkpoints[c] = (alpha, radius * Math.Cos(alpha), radius * Math.Sin(alpha));
        }

        return checkpoints;
    }

    // Five laps at most; the first is still finding its way.
    private static List<TrackPoint> Drive((double Alpha, double X, double Y)[] checkpoints)
    {
        List<TrackPoint> track = new(2500);
        (double x, double y, double beta) = (1.5 * RacingScale.TrackRadius, 0, 0);
        int next = 0;
        int laps = 0;
        bool wasBehind = false;
        while (laps <= 4 && track.Count < 2500)
        {
            double alpha = Math.Atan2(y, x);
            if (wasBehind && alpha > 0)
            {
                laps++;
                wasBehind = false;
            }

            if (alpha < 0)
            {
                wasBehind = true;
                alpha += TwoPi;
            }

            next = FindNext(checkpoints, next, ref alpha);
            track.Add(Advance(checkpoints[next % Checkpoints], alpha, ref x, ref y, ref beta));
        }

        return track;
    }

    private static int FindNext((double Alpha, double X, double Y)[] checkpoints, int next, ref double alpha)
    {
        while (true)
        {
            do
            {
                if (alpha <= checkpoints[next % Checkpoints].Alpha)
                {
                    return next;
                }

                next++;
            }
            while (next % Checkpoints != 0);
            alpha -= TwoPi;
        }
    }

    private static TrackPoint Advance(
        (double Alpha, double X, double Y) target, double alpha, ref double x, ref double y, ref double beta)
    {
        double cosine = Math.Cos(beta);
        double sine = Math.Sin(beta);
        double offset = ((cosine * (target.X - x)) + (sine * (target.Y - y))) * RacingScale.Scale;
        while (beta - alpha > 1.5 * Math.PI)
        {
            beta -= TwoPi;
        }

        while (beta - alpha < -1.5 * Math.PI)
        {
            beta += TwoPi;
        }

        double before = beta;
        double turn = Math.Min(RacingScale.TurnRate, Math.Abs(0.001 * offset));
        beta += offset > 0.3 ? -turn : offset < -0.3 ? turn : 0;
        x += -sine * RacingScale.TileLength;
        y += cosine * RacingScale.TileLength;
        return new TrackPoint(alpha, (before * 0.5) + (beta * 0.5), x, y);
    }

    // The last whole lap, or null where its ends do not meet.
    private static TrackPoint[]? Loop(List<TrackPoint> driven)
    {
        int end = FindStart(driven, driven.Count);
        int start = end < 0 ? -1 : FindStart(driven, end);
        if (start < 0)
        {
            return null;
        }

        TrackPoint[] track = [.. driven[start..(end - 1)]];
        (TrackPoint first, TrackPoint last) = (track[0], track[^1]);
        double gapX = Math.Cos(first.Beta) * (first.X - last.X);
        double gapY = Math.Sin(first.Beta) * (first.Y - last.Y);
        return Math.Sqrt((gapX * gapX) + (gapY * gapY)) > RacingScale.TileLength ? null : track;
    }

    private static int FindStart(List<TrackPoint> driven, int before)
    {
        for (int i = before - 1; i > 0; i--)
        {
            if (driven[i].Alpha > StartAlpha && driven[i - 1].Alpha <= StartAlpha)
            {
                return i;
            }
        }

        return -1;
    }
}
