using System.Runtime.InteropServices;

namespace GymSharp.Mujoco.Native;

/// <summary>A part of a picture, as <c>mjrRect</c> has it, which the library takes by value.</summary>
/// <param name="Left">First column.</param>
/// <param name="Bottom">First row, from below.</param>
/// <param name="Width">Columns.</param>
/// <param name="Height">Rows.</param>
[StructLayout(LayoutKind.Sequential)]
internal readonly record struct Viewport(int Left, int Bottom, int Width, int Height);
