namespace GymSharp.Mujoco.Native;

/// <summary>Where the members of a native structure lie in one release of the library.</summary>
/// <param name="name">The name in C.</param>
internal sealed class NativeStruct(string name)
{
    private readonly Dictionary<string, NativeMember> byName = new(StringComparer.Ordinal);
    private readonly List<NativeMember> members = [];
    private int end;

    /// <summary>The name in C.</summary>
    public string Name { get; } = name;

    /// <summary>The largest alignment of a member, and so of the whole.</summary>
    public int Alignment { get; private set; } = 1;

    /// <summary>Bytes of the whole.</summary>
    public int Size => RoundUp(end, Alignment);

    /// <summary>The members in order.</summary>
    public IReadOnlyList<NativeMember> Members => members;

    /// <summary>The member of a name.</summary>
    /// <exception cref="MujocoException">This release has none.</exception>
    public NativeMember this[string member] => Find(member) ?? throw new MujocoException(
        $"{Name} has no member '{member}' in this release of MuJoCo.{Suggestions.DidYouMean(member, byName.Keys)}");

    /// <summary>The member of a name, or null.</summary>
    public NativeMember? Find(string member) => byName.GetValueOrDefault(member);

    /// <summary>Adds a member behind the others, aligned as C aligns it.</summary>
    /// <param name="member">The member, whose offset is not known yet.</param>
    /// <param name="size">Bytes of the member.</param>
    /// <param name="alignment">What its offset must be a multiple of.</param>
    public void Append(NativeMember member, int size, int alignment)
    {
        int offset = RoundUp(end, alignment);
        end = offset + size;
        Alignment = Math.Max(Alignment, alignment);
        NativeMember placed = member with { Offset = offset };
        members.Add(placed);
        byName.Add(placed.Name, placed);
    }

    private static int RoundUp(int value, int alignment) => (value + alignment - 1) / alignment * alignment;
}
