using GymSharp.Physics2D;

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
    public Body Body { get; set; }

    /// <summary>How it is turned.</summary>
    public RevoluteJoint Joint { get; set; }

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
}
