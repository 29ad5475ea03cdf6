using GymSharp.Mujoco.Native;

namespace GymSharp.Mujoco;

// The arrays of the native structure. Their addresses are looked up once.
public sealed unsafe partial class MujocoData
{
    private ArrayTable? arrays;

    /// <summary>Positions, [nq].</summary>
    public Span<double> Qpos => Live.Qpos.Span;

    /// <summary>Velocities, [nv].</summary>
    public Span<double> Qvel => Live.Qvel.Span;

    /// <summary>Activations of actuators, [na].</summary>
    public Span<double> Act => Live.Act.Span;

    /// <summary>Controls, [nu].</summary>
    public Span<double> Ctrl => Live.Ctrl.Span;

    /// <summary>Accelerations, [nv].</summary>
    public Span<double> Qacc => Live.Qacc.Span;

    /// <summary>Where the solver starts, [nv].</summary>
    public Span<double> QaccWarmstart => Live.QaccWarmstart.Span;

    /// <summary>Generalised forces from outside, [nv].</summary>
    public Span<double> QfrcApplied => Live.QfrcApplied.Span;

    /// <summary>Forces and torques on bodies from outside, [nbody × 6].</summary>
    public Span<double> XfrcApplied => Live.XfrcApplied.Span;

    /// <summary>Positions of mocap bodies, [nmocap × 3].</summary>
    public Span<double> MocapPos => Live.MocapPos.Span;

    /// <summary>Orientations of mocap bodies, [nmocap × 4].</summary>
    public Span<double> MocapQuat => Live.MocapQuat.Span;

    /// <summary>The user's numbers, [nuserdata].</summary>
    public Span<double> UserData => Live.UserData.Span;

    /// <summary>Readings of all sensors, [nsensordata].</summary>
    public ReadOnlySpan<double> SensorData => Live.SensorData.Span;

    /// <summary>Positions of bodies in the world, m, [nbody × 3].</summary>
    public ReadOnlySpan<double> Xpos => Live.Xpos.Span;

    /// <summary>Orientations of bodies, [nbody × 4].</summary>
    public ReadOnlySpan<double> Xquat => Live.Xquat.Span;

    /// <summary>Orientations of bodies as matrices, [nbody × 9].</summary>
    public ReadOnlySpan<double> Xmat => Live.Xmat.Span;

    /// <summary>Centres of mass of bodies, m, [nbody × 3].</summary>
    public ReadOnlySpan<double> Xipos => Live.Xipos.Span;

    /// <summary>Positions of joints, m, [njnt × 3].</summary>
    public ReadOnlySpan<double> Xanchor => Live.Xanchor.Span;

    /// <summary>Positions of geoms, m, [ngeom × 3].</summary>
    public ReadOnlySpan<double> GeomXpos => Live.GeomXpos.Span;

    /// <summary>Orientations of geoms, [ngeom × 9].</summary>
    public ReadOnlySpan<double> GeomXmat => Live.GeomXmat.Span;

    /// <summary>Positions of sites, m, [nsite × 3].</summary>
    public ReadOnlySpan<double> SiteXpos => Live.SiteXpos.Span;

    /// <summary>Orientations of sites, [nsite × 9].</summary>
    public ReadOnlySpan<double> SiteXmat => Live.SiteXmat.Span;

    /// <summary>Centres of mass of subtrees, m, [nbody × 3].</summary>
    public ReadOnlySpan<double> SubtreeCom => Live.SubtreeCom.Span;

    /// <summary>Inertias and masses about the subtrees' centres, [nbody × 10].</summary>
    public ReadOnlySpan<double> Cinert => Live.Cinert.Span;

    /// <summary>Velocities about the subtrees' centres, rotation first, [nbody × 6].</summary>
    public ReadOnlySpan<double> Cvel => Live.Cvel.Span;

    /// <summary>Lengths of tendons, [ntendon].</summary>
    public ReadOnlySpan<double> TenLength => Live.TenLength.Span;

    /// <summary>Velocities of tendons, [ntendon].</summary>
    public ReadOnlySpan<double> TenVelocity => Live.TenVelocity.Span;

    /// <summary>Forces of actuators, [nu].</summary>
    public ReadOnlySpan<double> ActuatorForce => Live.ActuatorForce.Span;

    /// <summary>Generalised forces of actuators, [nv].</summary>
    public ReadOnlySpan<double> QfrcActuator => Live.QfrcActuator.Span;

    /// <summary>Generalised forces of constraints, [nv].</summary>
    public ReadOnlySpan<double> QfrcConstraint => Live.QfrcConstraint.Span;

    /// <summary>Accelerations about the subtrees' centres, [nbody × 6].</summary>
    public ReadOnlySpan<double> Cacc => Live.Cacc.Span;

    /// <summary>Forces between bodies and parents, [nbody × 6].</summary>
    public ReadOnlySpan<double> CfrcInt => Live.CfrcInt.Span;

    /// <summary>External forces on bodies, torque first, [nbody × 6].</summary>
    public ReadOnlySpan<double> CfrcExt => Live.CfrcExt.Span;

    private ArrayTable Live
    {
        get
        {
            ObjectDisposedException.ThrowIf(arrays is null, this);
            return arrays;
        }
    }

    private sealed class ArrayTable(NativeView view)
    {
        private readonly double* time = (double*)view.Address("time");

        public readonly NativeArray<double> Qpos = view.Array<double>("qpos");
        public readonly NativeArray<double> Qvel = view.Array<double>("qvel");
        public readonly NativeArray<double> Act = view.Array<double>("act");
        public readonly NativeArray<double> Ctrl = view.Array<double>("ctrl");
        public readonly NativeArray<double> Qacc = view.Array<double>("qacc");
        public readonly NativeArray<double> QaccWarmstart = view.Array<double>("qacc_warmstart");
        public readonly NativeArray<double> QfrcApplied = view.Array<double>("qfrc_applied");
        public readonly NativeArray<double> XfrcApplied = view.Array<double>("xfrc_applied");
        public readonly NativeArray<double> MocapPos = view.Array<double>("mocap_pos");
        public readonly NativeArray<double> MocapQuat = view.Array<double>("mocap_quat");
        public readonly NativeArray<double> UserData = view.Array<double>("userdata");
        public readonly NativeArray<double> SensorData = view.Array<double>("sensordata");
        public readonly NativeArray<double> Xpos = view.Array<double>("xpos");
        public readonly NativeArray<double> Xquat = view.Array<double>("xquat");
        public readonly NativeArray<double> Xmat = view.Array<double>("xmat");
        public readonly NativeArray<double> Xipos = view.Array<double>("xipos");
        public readonly NativeArray<double> Xanchor = view.Array<double>("xanchor");
        public readonly NativeArray<double> GeomXpos = view.Array<double>("geom_xpos");
        public readonly NativeArray<double> GeomXmat = view.Array<double>("geom_xmat");
        public readonly NativeArray<double> SiteXpos = view.Array<double>("site_xpos");
        public readonly NativeArray<double> SiteXmat = view.Array<double>("site_xmat");
        public readonly NativeArray<double> SubtreeCom = view.Array<double>("subtree_com");
        public readonly NativeArray<double> Cinert = view.Array<double>("cinert");
        public readonly NativeArray<double> Cvel = view.Array<double>("cvel");
        public readonly NativeArray<double> TenLength = view.Array<double>("ten_length");
        public readonly NativeArray<double> TenVelocity = view.Array<double>("ten_velocity");
        public readonly NativeArray<double> ActuatorForce = view.Array<double>("actuator_force");
        public readonly NativeArray<double> QfrcActuator = view.Array<double>("qfrc_actuator");
        public readonly NativeArray<double> QfrcConstraint = view.Array<double>("qfrc_constraint");
        public readonly NativeArray<double> Cacc = view.Array<double>("cacc");
        public readonly NativeArray<double> CfrcInt = view.Array<double>("cfrc_int");
        public readonly NativeArray<double> CfrcExt = view.Array<double>("cfrc_ext");

        public double Time
        {
            get => *time;
            set => *time = value;
        }
    }
}
