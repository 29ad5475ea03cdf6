namespace GymSharp.Mujoco.Native;

/// <summary>Tells from the warning counters of an mjData whether its state went bad.</summary>
/// <remarks>The library counts, puts the simulation back to its first pose, and goes on.</remarks>
internal sealed unsafe class DataHealth
{
    private readonly MujocoModel model;
    private readonly NativeView view;
    private readonly int* positions;
    private readonly int* velocities;
    private readonly int* accelerations;
    private readonly int* controls;

    /// <summary>Finds the counters.</summary>
    /// <param name="model">The model, for names.</param>
    /// <param name="view">The mjData.</param>
    public DataHealth(MujocoModel model, NativeView view)
    {
        this.model = model;
        this.view = view;
        positions = Counter("mjWARN_BADQPOS");
        velocities = Counter("mjWARN_BADQVEL");
        accelerations = Counter("mjWARN_BADQACC");
        controls = Counter("mjWARN_BADCTRL");
    }

    /// <summary>Whether a position, velocity, acceleration or control was not finite or too large.</summary>
    public bool IsBad => (*positions | *velocities | *accelerations | *controls) != 0;

    /// <summary>What was bad.</summary>
    /// <param name="controlValues">The controls as the caller set them.</param>
    public string Describe(ReadOnlySpan<double> controlValues)
    {
        if (*controls != 0)
        {
            int actuator = LastIndex(controls);
            return $"the control of actuator {actuator}{Quoted(model.Name("mjOBJ_ACTUATOR", actuator))} is "
                + FormattableString.Invariant($"{controlValues[actuator]}");
        }

        return *positions != 0 ? Describe("position", positions, "jnt_qposadr")
            : *velocities != 0 ? Describe("velocity", velocities, "jnt_dofadr")
            : Describe("acceleration", accelerations, "jnt_dofadr") + ": the simulation is unstable";
    }

    private static int LastIndex(int* counter) => counter[-1];

    private static string Quoted(string? name) => name is null ? "" : $" '{name}'";

    // An mjWarningStat is the last index, then the count.
    private int* Counter(string constant)
    {
        NativeStruct layout = model.Api.Layout["mjWarningStat"];
        byte* first = (byte*)view.Address("warning") + (model.Api.Layout.Constant(constant) * layout.Size);
        return (int*)(first + layout["number"].Offset);
    }

    private string Describe(string kind, int* counter, string addresses) =>
        $"{kind} {LastIndex(counter)}{JointOf(addresses, LastIndex(counter))} is NaN or beyond 1e10";

    // The last joint that starts at or before the address.
    private string JointOf(string addresses, int address)
    {
        int joint = model.Array(addresses).As<int>().ToArray().Count(start => start <= address) - 1;
        return model.Name("mjOBJ_JOINT", joint) is { } name ? $" (joint '{name}')" : "";
    }
}
