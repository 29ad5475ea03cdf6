using System.Runtime.InteropServices;

namespace GymSharp.Mujoco.Native;

/// <summary>What <see cref="JumpCode"/> needs to come back out of a call; its offsets stand there as numbers.</summary>
[StructLayout(LayoutKind.Sequential)]
internal struct JumpFrame
{
    /// <summary>The stack pointer to go back to.</summary>
    public nint StackPointer;

    /// <summary>How often the function is to be called.</summary>
    public long Repeat;

    /// <summary>What its last call returned.</summary>
    public nint Result;
}
