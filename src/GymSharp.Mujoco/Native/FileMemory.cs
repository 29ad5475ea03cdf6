using System.Runtime.InteropServices;

namespace GymSharp.Mujoco.Native;

/// <summary>The library's file system in memory (mjVFS), holding one document.</summary>
internal sealed unsafe class FileMemory : IDisposable
{
    private readonly NativeApi api;
    private readonly NativeStruct layout;

    /// <summary>Makes an empty one.</summary>
    public FileMemory(NativeApi api)
    {
        this.api = api;
        layout = api.Layout["mjVFS"];
        Pointer = NativeMemory.AllocZeroed((nuint)layout.Size);
        api.DefaultFileSystem(Pointer);
    }

    /// <summary>What the document is called here, with the zero that ends it.</summary>
    public static ReadOnlySpan<byte> Name => "model.xml\0"u8;

    /// <summary>The native structure.</summary>
    public void* Pointer { get; }

    /// <summary>Puts the document in.</summary>
    /// <exception cref="MujocoException">The library refuses it.</exception>
    public void Add(byte[] content)
    {
        fixed (byte* file = Name)
        fixed (byte* bytes = content)
        {
            bool isDone = api.AddBuffer != 0
                ? ErrorGuard.Call(api.AddBuffer, (nint)Pointer, (nint)file, (nint)bytes, content.Length) is 0
                : Copy(file, content);
            if (!isDone)
            {
                throw new MujocoException($"MuJoCo has no room for a model of {content.Length} bytes.");
            }
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        api.DeleteFileSystem(Pointer);
        NativeMemory.Free(Pointer);
    }

    // Releases before 3.1: room is made under a name, and the caller fills it.
    private bool Copy(byte* file, byte[] content)
    {
        if ((int)ErrorGuard.Call(api.MakeEmptyFile, (nint)Pointer, (nint)file, content.Length) != 0)
        {
            return false;
        }

        byte** data = (byte**)((byte*)Pointer + layout["filedata"].Offset);
        int index = (int)ErrorGuard.Call(api.FindFile, (nint)Pointer, (nint)file);
        content.CopyTo(new Span<byte>(data[index], content.Length));
        return true;
    }
}
