using GymSharp.Physics2D;

namespace GymSharp.Environments.Box2D;

/// <summary>Everything about a moment of a race that its picture shows.</summary>
internal sealed class RaceView
{
    /// <summary>Where the hull is.</summary>
    public Transform Hull { get; set; }

    /// <summary>The angle of the hull, radians.</summary>
    public float Angle { get; set; }

    /// <summary>Speed of the hull, m/s.</summary>
    public double Speed { get; set; }

    /// <summary>How fast the hull turns, rad/s.</summary>
    public float Gyroscope { get; set; }

    /// <summary>The angle of the front left wheel, radians.</summary>
    public float Steering { get; set; }

    /// <summary>Where the wheels are.</summary>
    public Transform[] Wheels { get; } = new Transform[CarShape.Wheels];

    /// <summary>How far each wheel has rolled, radians.</summary>
    public double[] Phases { get; } = new double[CarShape.Wheels];

    /// <summary>How fast each wheel rolls, rad/s.</summary>
    public double[] Rolling { get; } = new double[CarShape.Wheels];

    /// <summary>Seconds since the start.</summary>
    public double Time { get; set; }

    /// <summary>The return so far.</summary>
    public double Return { get; set; }
}
