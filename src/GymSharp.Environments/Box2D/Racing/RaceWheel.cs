using GymSharp.Physics2D;
using GymSharp.State;

namespace GymSharp.Environments.Box2D;

/// <summary>A wheel: its body, the joint it turns on, and how it rolls.</summary>
internal sealed class RaceWheel
{
    /// <summary>Makes a wheel at rest.</summary>
    public RaceWheel(Body body, RevoluteJoint joint)
    {
        Body = body;
        Joint = joint;
    }

    /// <summary>Where it is.</summary>
    public Body Body { get; }

    /// <summary>How it is turned.</summary>
    public RevoluteJoint Joint { get; }

    /// <summary>What drives it, 0 to 1.</summary>
    public double Gas { get; set; }

    /// <summary>What stops it, 0 to 1.</summary>
    public double Brake { get; set; }

    /// <summary>The angle it shall have, radians.</summary>
    public double Steering { get; set; }

    /// <summary>How far it has rolled, radians.</summary>
    public double Phase { get; set; }

    /// <summary>How fast it rolls, rad/s.</summary>
    public double Omega { get; set; }

    /// <summary>Tiles under it.</summary>
    public int TileCount { get; set; }

    /// <summary>Whether it has begun to slide and no mark is drawn yet.</summary>
    public bool HasSkidStart { get; set; }

    /// <summary>The mark that it draws, by number, or −1.</summary>
    public int SkidMark { get; set; } = -1;

    /// <summary>Reads or writes how it rolls.</summary>
    public void Sync(StateSync sync)
    {
        Span<double> numbers = [Gas, Brake, Steering, Phase, Omega];
        Span<int> counts = [TileCount, SkidMark];
        bool hasStart = HasSkidStart;
        sync.Sync(numbers);
        sync.Sync(counts);
        sync.Sync(ref hasStart);
        (Gas, Brake, Steering, Phase, Omega) = (numbers[0], numbers[1], numbers[2], numbers[3], numbers[4]);
        (TileCount, SkidMark, HasSkidStart) = (counts[0], counts[1], hasStart);
    }
}
