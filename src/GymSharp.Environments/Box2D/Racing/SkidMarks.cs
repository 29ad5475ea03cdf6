using GymSharp.Physics2D;
using GymSharp.State;

namespace GymSharp.Environments.Box2D;

/// <summary>The last thirty lines that sliding wheels have left.</summary>
internal sealed class SkidMarks
{
    private const int Capacity = 30;
    private readonly SkidMark[] marks = MakeMarks();
    private int next;

    /// <summary>The marks, in no order; those without points are unused.</summary>
    public ReadOnlySpan<SkidMark> All => marks;

    /// <summary>Draws on, begins or ends a wheel's mark.</summary>
    /// <param name="wheel">The wheel.</param>
    /// <param name="onGrass">Whether it is on grass.</param>
    /// <param name="slides">Whether it slides.</param>
    public void Note(RaceWheel wheel, bool onGrass, bool slides)
    {
        if (!slides)
        {
            wheel.HasSkidStart = false;
            wheel.SkidMark = -1;
            return;
        }

        Vec2 place = wheel.Body.Position;
        SkidMark? mark = Find(wheel.SkidMark);
        if (mark is not null && mark.OnGrass == onGrass && mark.Count < SkidMark.MaximumPoints)
        {
            mark.Points[mark.Count++] = place;
        }
        else if (!wheel.HasSkidStart)
        {
            wheel.HasSkidStart = true;
        }
        else
        {
            wheel.SkidMark = next;
            Start(marks[next % Capacity], place, onGrass);
            next++;
            wheel.HasSkidStart = false;
        }
    }

    /// <summary>Reads or writes the marks.</summary>
    public void Sync(StateSync sync)
    {
        sync.Sync(ref next);
        foreach (SkidMark mark in marks)
        {
            mark.Sync(sync);
        }
    }

    // A mark that was overwritten by a newer one is no longer found.
    private SkidMark? Find(int number) =>
        number >= 0 && number >= next - Capacity ? marks[number % Capacity] : null;

    private static void Start(SkidMark mark, Vec2 place, bool onGrass)
    {
        mark.OnGrass = onGrass;
        mark.Points[0] = place;
        mark.Points[1] = place;
        mark.Count = 2;
    }

    private static SkidMark[] MakeMarks()
    {
        SkidMark[] made = new SkidMark[Capacity];
        for (int i = 0; i < made.Length; i++)
        {
            made[i] = new SkidMark();
        }

        return made;
    }
}
