using GymSharp.State;

namespace GymSharp.Mujoco.Native;

/// <summary>
/// Saves and restores an mjData: what a step starts from, and what the last one derived, which is read before the next.
/// </summary>
/// <remarks>
/// Of the constraints' arrays the rows in use are kept. Their Jacobian and its products are not: a step makes them anew
/// and nothing else reads them. From MuJoCo 2.3 on contacts and constraints lie in an arena whose addresses cannot be
/// restored; there a restored simulation has none until it moves, and then goes on bit for bit all the same.
/// </remarks>
internal sealed unsafe class NativeState
{
    private static readonly string[] Counts = ["ne", "nf", "nefc", "ncon"];
    private static readonly string[] ModelSizes = ["nq", "nv", "nu", "na", "nbody", "ngeom", "nsite", "nsensordata"];
    private readonly NativeView model;
    private readonly NativeView view;
    private readonly NativeLayout layout;
    private readonly NativeMember[] members;
    private readonly bool hasArena;

    /// <summary>Chooses the members to keep.</summary>
    /// <param name="layout">The release.</param>
    /// <param name="model">The mjModel.</param>
    /// <param name="view">The mjData.</param>
    public NativeState(NativeLayout layout, NativeView model, NativeView view)
    {
        this.layout = layout;
        this.model = model;
        this.view = view;
        hasArena = view.Layout.Members.Any(member => member.IsInArena);
        members = [.. view.Layout.Members.Where(IsKept)];
    }

    /// <summary>Reads or writes everything.</summary>
    /// <exception cref="StateFormatException">It is of another model or release; it may be half read.</exception>
    public void Sync(StateSync sync)
    {
        sync.Marker("MujocoData");
        Require(sync, "release", layout.HeaderVersion);
        foreach (string size in ModelSizes)
        {
            Require(sync, size, model.Integer(size));
        }

        sync.Sync(ref view.Real("time"));
        sync.Sync(new Span<double>(view.Address("energy"), 2));
        SyncCounts(sync);
        foreach (NativeMember member in members)
        {
            sync.Sync(Bytes(member));
        }
    }

    private static void Require(StateSync sync, string name, int expected)
    {
        int found = expected;
        sync.Sync(ref found);
        if (found != expected)
        {
            throw new StateFormatException(
                $"The saved state is of another MuJoCo model: its {name} is {found}, not {expected}. "
                + "Restore it into an environment made with the same id and arguments.");
        }
    }

    private bool IsKept(NativeMember member) =>
        member is { IsPointer: true, IsInArena: false }
        && ElementSize(member) > 0
        && !member.Name.StartsWith("efc_J", StringComparison.Ordinal)
        && !member.Name.StartsWith("efc_AR", StringComparison.Ordinal);

    private void SyncCounts(StateSync sync)
    {
        foreach (string name in Counts)
        {
            int count = hasArena ? 0 : view.Integer(name);
            sync.Sync(ref count);
            int limit = hasArena ? 0 : model.Integer(name == "ncon" ? "nconmax" : "njmax");
            if (count < 0 || count > limit)
            {
                throw new StateFormatException(
                    $"The saved state is damaged: its {name} is {count}, of {limit} at most.");
            }

            *(int*)view.Address(name) = count;
        }
    }

    private Span<byte> Bytes(NativeMember member)
    {
        int count = Used(member.Rows) * Used(member.Columns);
        return new(*(void**)view.Address(member.Name), count * ElementSize(member));
    }

    private int Used(string size) => size switch
    {
        "njmax" => view.Integer("nefc"),
        "nconmax" => view.Integer("ncon"),
        _ => view.Size(size),
    };

    private int ElementSize(NativeMember member) =>
        member.ElementType == "mjContact" ? layout["mjContact"].Size : member.ElementSize;
}
