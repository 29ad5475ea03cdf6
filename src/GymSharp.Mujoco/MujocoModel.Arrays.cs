using GymSharp.Mujoco.Native;

namespace GymSharp.Mujoco;

// The arrays of the native structure. Their addresses are looked up once.
public sealed unsafe partial class MujocoModel
{
    private ArrayTable? arrays;

    /// <summary>The positions of the model's first pose, [nq].</summary>
    public ReadOnlySpan<double> Qpos0 => Live.Qpos0.Span;

    /// <summary>Masses in kg, [nbody].</summary>
    public Span<double> BodyMass => Live.BodyMass.Span;

    /// <summary>Diagonal inertias in the inertial frames, [nbody × 3].</summary>
    public Span<double> BodyInertia => Live.BodyInertia.Span;

    /// <summary>Positions in the parents' frames, [nbody × 3].</summary>
    public Span<double> BodyPos => Live.BodyPos.Span;

    /// <summary>Orientations in the parents' frames, [nbody × 4].</summary>
    public Span<double> BodyQuat => Live.BodyQuat.Span;

    /// <summary>The parent of every body, [nbody].</summary>
    public ReadOnlySpan<int> BodyParent => Live.BodyParent.Span;

    /// <summary>The root of every body's tree, [nbody].</summary>
    public ReadOnlySpan<int> BodyRoot => Live.BodyRoot.Span;

    /// <summary>The mocap number of every body, or -1, [nbody].</summary>
    public ReadOnlySpan<int> BodyMocap => Live.BodyMocap.Span;

    /// <summary>0 free, 1 ball, 2 slide, 3 hinge, [njnt].</summary>
    public ReadOnlySpan<int> JointType => Live.JointType.Span;

    /// <summary>Where each joint starts in the positions, [njnt].</summary>
    public ReadOnlySpan<int> JointQposAddress => Live.JointQposAddress.Span;

    /// <summary>Where each joint starts in the velocities, [njnt].</summary>
    public ReadOnlySpan<int> JointDofAddress => Live.JointDofAddress.Span;

    /// <summary>Limits in m or rad, [njnt × 2].</summary>
    public Span<double> JointRange => Live.JointRange.Span;

    /// <summary>Damping, [nv].</summary>
    public Span<double> DofDamping => Live.DofDamping.Span;

    /// <summary>Shapes: 0 plane, 2 sphere, 3 capsule, 4 ellipsoid, 5 cylinder, 6 box, 7 mesh, [ngeom].</summary>
    public ReadOnlySpan<int> GeomType => Live.GeomType.Span;

    /// <summary>The body of every geom, [ngeom].</summary>
    public ReadOnlySpan<int> GeomBody => Live.GeomBody.Span;

    /// <summary>Sizes in m, [ngeom × 3].</summary>
    public Span<double> GeomSize => Live.GeomSize.Span;

    /// <summary>Positions in the bodies' frames, [ngeom × 3].</summary>
    public Span<double> GeomPos => Live.GeomPos.Span;

    /// <summary>Orientations in the bodies' frames, [ngeom × 4].</summary>
    public Span<double> GeomQuat => Live.GeomQuat.Span;

    /// <summary>Sliding, torsional and rolling friction, [ngeom × 3].</summary>
    public Span<double> GeomFriction => Live.GeomFriction.Span;

    /// <summary>Colours, 0 to 1, [ngeom × 4].</summary>
    public Span<float> GeomRgba => Live.GeomRgba.Span;

    /// <summary>Positions in the bodies' frames, [nsite × 3].</summary>
    public Span<double> SitePos => Live.SitePos.Span;

    /// <summary>The body of every site, [nsite].</summary>
    public ReadOnlySpan<int> SiteBody => Live.SiteBody.Span;

    /// <summary>Bounds of the controls, [nu × 2].</summary>
    public Span<double> ActuatorControlRange => Live.ActuatorControlRange.Span;

    /// <summary>Gear ratios, [nu × 6].</summary>
    public Span<double> ActuatorGear => Live.ActuatorGear.Span;

    /// <summary>Parameters of the gain, ten for each actuator.</summary>
    public Span<double> ActuatorGain => Live.ActuatorGain.Span;

    /// <summary>Parameters of the bias, ten for each actuator.</summary>
    public Span<double> ActuatorBias => Live.ActuatorBias.Span;

    /// <summary>Where each sensor starts in the readings, [nsensor].</summary>
    public ReadOnlySpan<int> SensorAddress => Live.SensorAddress.Span;

    /// <summary>Parameters of the equality constraints, [neq × …].</summary>
    public Span<double> EqualityData => Live.EqualityData.Span;

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
        public readonly NativeArray<double> Qpos0 = view.Array<double>("qpos0");
        public readonly NativeArray<double> BodyMass = view.Array<double>("body_mass");
        public readonly NativeArray<double> BodyInertia = view.Array<double>("body_inertia");
        public readonly NativeArray<double> BodyPos = view.Array<double>("body_pos");
        public readonly NativeArray<double> BodyQuat = view.Array<double>("body_quat");
        public readonly NativeArray<int> BodyParent = view.Array<int>("body_parentid");
        public readonly NativeArray<int> BodyRoot = view.Array<int>("body_rootid");
        public readonly NativeArray<int> BodyMocap = view.Array<int>("body_mocapid");
        public readonly NativeArray<int> JointType = view.Array<int>("jnt_type");
        public readonly NativeArray<int> JointQposAddress = view.Array<int>("jnt_qposadr");
        public readonly NativeArray<int> JointDofAddress = view.Array<int>("jnt_dofadr");
        public readonly NativeArray<double> JointRange = view.Array<double>("jnt_range");
        public readonly NativeArray<double> DofDamping = view.Array<double>("dof_damping");
        public readonly NativeArray<int> GeomType = view.Array<int>("geom_type");
        public readonly NativeArray<int> GeomBody = view.Array<int>("geom_bodyid");
        public readonly NativeArray<double> GeomSize = view.Array<double>("geom_size");
        public readonly NativeArray<double> GeomPos = view.Array<double>("geom_pos");
        public readonly NativeArray<double> GeomQuat = view.Array<double>("geom_quat");
        public readonly NativeArray<double> GeomFriction = view.Array<double>("geom_friction");
        public readonly NativeArray<float> GeomRgba = view.Array<float>("geom_rgba");
        public readonly NativeArray<double> SitePos = view.Array<double>("site_pos");
        public readonly NativeArray<int> SiteBody = view.Array<int>("site_bodyid");
        public readonly NativeArray<double> ActuatorControlRange = view.Array<double>("actuator_ctrlrange");
        public readonly NativeArray<double> ActuatorGear = view.Array<double>("actuator_gear");
        public readonly NativeArray<double> ActuatorGain = view.Array<double>("actuator_gainprm");
        public readonly NativeArray<double> ActuatorBias = view.Array<double>("actuator_biasprm");
        public readonly NativeArray<int> SensorAddress = view.Array<int>("sensor_adr");
        public readonly NativeArray<double> EqualityData = view.Array<double>("eq_data");
    }
}
