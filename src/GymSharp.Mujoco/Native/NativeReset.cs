namespace GymSharp.Mujoco.Native;

/// <summary>
/// Puts an mjData back to the model's first pose, as <c>mj_resetData</c> does, without its 3 MB of zeros.
/// </summary>
/// <remarks>
/// Before MuJoCo 2.3 an mjData has room for as many contacts and constraints as its model allows, in the middle of its
/// buffer, and <c>mj_resetData</c> clears all of it: more work than dozens of steps of a small model. Rows that are not
/// in use are never read, no more than those that the step before last has left. So what does not grow with the
/// constraints is cleared here, and the library, told that its buffer is empty, does the rest. From 2.3 on contacts and
/// constraints lie in an arena, and the library clears no more than this.
/// </remarks>
internal sealed unsafe class NativeReset
{
    private const int MostPadding = 64;

    private readonly NativeView view;
    private readonly Block[] blocks;
    private readonly bool hasArena;

    /// <summary>Finds what to clear.</summary>
    /// <param name="view">The mjData.</param>
    public NativeReset(NativeView view)
    {
        this.view = view;
        hasArena = view.Layout.Members.Any(member => member.IsInArena);
        blocks = hasArena ? [] : Joined(view.Layout.Members.Where(IsCleared).Select(BlockOf));
    }

    /// <summary>Clears everything and puts the first pose back.</summary>
    /// <param name="function"><c>mj_resetData</c>.</param>
    /// <param name="model">The mjModel.</param>
    public void Run(nint function, nint model)
    {
        if (hasArena)
        {
            ErrorGuard.Repeat(function, 1, model, view.Start);
            return;
        }

        foreach (Block block in blocks)
        {
            new Span<byte>((void*)block.Start, block.Length).Clear();
        }

        int* bufferSize = (int*)view.Address("nbuffer");
        int size = *bufferSize;
        *bufferSize = 0;
        try
        {
            ErrorGuard.Repeat(function, 1, model, view.Start);
        }
        finally
        {
            *bufferSize = size;
        }
    }

    private static bool IsCleared(NativeMember member) =>
        member.IsPointer && member.ElementSize > 0 && member.Name != "stack" && !GrowsWithConstraints(member);

    private static bool GrowsWithConstraints(NativeMember member) =>
        member.Rows is "njmax" or "nconmax" || member.Columns is "njmax" or "nconmax";

    private Block BlockOf(NativeMember member)
    {
        NamedArray array = view.Named(member.Name);
        return new(*(nint*)view.Address(member.Name), array.Length * member.ElementSize);
    }

    // Most arrays lie side by side, with a few bytes between them for alignment: few long blocks are cleared faster
    // than many short ones.
    private static Block[] Joined(IEnumerable<Block> blocks)
    {
        List<Block> joined = [];
        foreach (Block block in blocks.Where(block => block.Length > 0).OrderBy(block => block.Start))
        {
            if (joined.Count > 0 && block.Start - joined[^1].End is >= 0 and < MostPadding)
            {
                joined[^1] = new(joined[^1].Start, (int)(block.End - joined[^1].Start));
            }
            else
            {
                joined.Add(block);
            }
        }

        return [.. joined];
    }

    private readonly record struct Block(nint Start, int Length)
    {
        public nint End => Start + Length;
    }
}
