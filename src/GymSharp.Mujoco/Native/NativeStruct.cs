namespace GymSharp.Mujoco.Native;

/// <summary>Where the members of a native structure lie in one release of the library.</summary>
/// <param name="name">The name in C.</param>
/// <param name="size">Bytes of the whole.</param>
internal sealed class NativeStruct(string name, int size)
{
    private readonly Dictionary<string, NativeMember> byName = new(StringComparer.Ordinal);
    private readonly List<NativeMember> members = [];

    /// <summary>The name in C.</summary>
    public string Name { get; } = name;

    /// <summary>Bytes of the whole.</summary>
    public int Size { get; } = size;

    /// <summary>The members in order.</summary>
    public IReadOnlyList<NativeMember> Members => members;

    /// <summary>Adds a member.</summary>
    public void Add(NativeMember member)
    {
        members.Add(member);
        byName.Add(member.Name, member);
    }

    /// <summary>The member of a name, or null.</summary>
    public NativeMember? Find(string member) => byName.GetValueOrDefault(member);

    /// <summary>The member of a name.</summary>
    /// <exception cref="MujocoException">This release has none.</exception>
    public NativeMember this[string member] => Find(member) ?? throw new MujocoException(
        $"{Name} has no member '{member}' in this release of MuJoCo.{Suggestions.DidYouMean(member, byName.Keys)}");
}
