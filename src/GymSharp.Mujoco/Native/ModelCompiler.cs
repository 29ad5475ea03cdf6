using System.Runtime.InteropServices;
using System.Text;

namespace GymSharp.Mujoco.Native;

/// <summary>Turns MJCF into an mjModel.</summary>
/// <param name="api">The library.</param>
internal sealed unsafe class ModelCompiler(NativeApi api)
{
    private const int MessageLength = 1000;

    /// <summary>Compiles a document held in memory.</summary>
    /// <param name="xml">The document.</param>
    /// <param name="name">What errors call it.</param>
    public ModelHandle FromXml(string xml, string name)
    {
        byte[] content = Encoding.UTF8.GetBytes(xml);
        NativeStruct layout = api.Layout["mjVFS"];
        void* files = NativeMemory.AllocZeroed((nuint)layout.Size);
        try
        {
            api.DefaultFileSystem(files);
            fixed (byte* file = "model.xml\0"u8)
            {
                if (api.MakeEmptyFile(files, file, content.Length) != 0)
                {
                    throw new MujocoException($"There is no room for the model '{name}'.");
                }

                byte** data = (byte**)((byte*)files + layout["filedata"].Offset);
                content.CopyTo(new Span<byte>(data[api.FindFile(files, file)], content.Length));
                return Load(file, files, name);
            }
        }
        finally
        {
            api.DeleteFileSystem(files);
            NativeMemory.Free(files);
        }
    }

    /// <summary>Compiles a file.</summary>
    public ModelHandle FromFile(string path)
    {
        fixed (byte* file = Encoding.UTF8.GetBytes(path + "\0"))
        {
            return Load(file, null, path);
        }
    }

    private ModelHandle Load(byte* file, void* files, string name)
    {
        byte* message = stackalloc byte[MessageLength];
        message[0] = 0;
        void* model = api.LoadXml(file, files, message, MessageLength);
        return model is not null
            ? new(api, model)
            : throw new MujocoException(
                $"The model '{name}' does not compile: {Marshal.PtrToStringUTF8((nint)message)!.Trim()}");
    }
}
