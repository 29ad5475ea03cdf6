using System.Runtime.InteropServices;
using GymSharp.Mujoco.Native;

namespace GymSharp.Mujoco.Rendering;

/// <summary>Owns an mjrContext: what a model has in OpenGL. It ends on OpenGL's thread, whoever lets it go.</summary>
internal sealed unsafe class ContextHandle : SafeHandle
{
    private static int alive;
    private readonly VisualApi api;
    private readonly GlThread thread;

    /// <summary>Makes an empty context.</summary>
    public ContextHandle(VisualApi api, GlThread thread)
        : base(0, ownsHandle: true)
    {
        this.api = api;
        this.thread = thread;
        SetHandle((nint)NativeMemory.AllocZeroed((nuint)api.Layout["mjrContext"].Size));
        api.DefaultContext((void*)handle);
        Interlocked.Increment(ref alive);
    }

    /// <summary>How many there are.</summary>
    public static int Alive => Volatile.Read(ref alive);

    /// <inheritdoc/>
    public override bool IsInvalid => handle == 0;

    /// <inheritdoc/>
    protected override bool ReleaseHandle()
    {
        nint freed = handle;
        thread.Post(() =>
        {
            api.FreeContext((void*)freed);
            NativeMemory.Free((void*)freed);
            Interlocked.Decrement(ref alive);
        });
        return true;
    }
}
