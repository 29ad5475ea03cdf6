namespace GymSharp.Environments.ClassicControl;

/// <summary>Lengths, masses and limits of an acrobot; Gymnasium's class attributes.</summary>
public sealed record AcrobotParameters
{
    /// <summary>The parameters of Acrobot-v1.</summary>
    public static AcrobotParameters Default { get; } = new();

    /// <summary>Seconds per step (<c>dt</c>).</summary>
    public double TimeStep { get; init; } = 0.2;

    /// <summary>Length of the first link, metres (<c>LINK_LENGTH_1</c>).</summary>
    public double LinkLength1 { get; init; } = 1.0;

    /// <summary>Length of the second link, metres; used for drawing alone (<c>LINK_LENGTH_2</c>).</summary>
    public double LinkLength2 { get; init; } = 1.0;

    /// <summary>Mass of the first link, kilograms (<c>LINK_MASS_1</c>).</summary>
    public double LinkMass1 { get; init; } = 1.0;

    /// <summary>Mass of the second link, kilograms (<c>LINK_MASS_2</c>).</summary>
    public double LinkMass2 { get; init; } = 1.0;

    /// <summary>Distance of the first link's centre of mass from its joint, metres (<c>LINK_COM_POS_1</c>).</summary>
    public double LinkCenterOfMass1 { get; init; } = 0.5;

    /// <summary>Distance of the second link's centre of mass from its joint, metres (<c>LINK_COM_POS_2</c>).</summary>
    public double LinkCenterOfMass2 { get; init; } = 0.5;

    /// <summary>Moment of inertia of each link, kg m² (<c>LINK_MOI</c>).</summary>
    public double LinkMomentOfInertia { get; init; } = 1.0;

    /// <summary>Largest angular velocity of the first joint, rad/s (<c>MAX_VEL_1</c>).</summary>
    public double MaxVelocity1 { get; init; } = 4 * Math.PI;

    /// <summary>Largest angular velocity of the second joint, rad/s (<c>MAX_VEL_2</c>).</summary>
    public double MaxVelocity2 { get; init; } = 9 * Math.PI;

    /// <summary>Torque of each of the three actions, N m (<c>AVAIL_TORQUE</c>).</summary>
    public IReadOnlyList<double> Torques { get; init; } = [-1.0, 0.0, 1.0];

    /// <summary>
    /// Bound of a uniform disturbance of the torque, N m; above 0, each step draws one number
    /// (<c>torque_noise_max</c>).
    /// </summary>
    public double TorqueNoiseMax { get; init; }

    /// <summary>Which equations of motion are used (<c>book_or_nips</c>).</summary>
    public AcrobotEquations Equations { get; init; } = AcrobotEquations.Book;
}
