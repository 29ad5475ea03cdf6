using System.Runtime.InteropServices;
using System.Text;

namespace GymSharp.Mujoco.Native;

/// <summary>Turns MJCF into an mjModel.</summary>
/// <param name="api">The library.</param>
internal sealed unsafe class ModelCompiler(NativeApi api)
{
    private const int MessageLength = 1000;
    private const string TooLarge = " (its sizes are too large; lower njmax, nconmax or nuserdata in <size>)";
    private static readonly Lock Gate = new();
    private static string? lost;

    /// <summary>Compiles a document held in memory.</summary>
    /// <param name="xml">The document.</param>
    /// <param name="name">What errors call it.</param>
    /// <exception cref="MujocoException">It does not compile.</exception>
    public ModelHandle FromXml(string xml, string name)
    {
        byte[] content = Encoding.UTF8.GetBytes(xml);
        if (content.Length == 0)
        {
            throw new MujocoException($"The model '{name}' is empty. Give an MJCF document: <mujoco> … </mujoco>.");
        }

        Check(ModelMemory.Estimate(xml, null), name);
        using FileMemory files = new(api);
        fixed (byte* file = FileMemory.Name)
        {
            files.Add(content);
            return Load(file, files.Pointer, name);
        }
    }

    /// <summary>Compiles a file.</summary>
    /// <exception cref="MujocoException">It does not compile.</exception>
    public ModelHandle FromFile(string path)
    {
        Check(ModelMemory.Estimate(File.ReadAllText(path), Path.GetDirectoryName(path)), path);
        fixed (byte* file = Encoding.UTF8.GetBytes(path + "\0"))
        {
            return Load(file, null, path);
        }
    }

    private static void Check(double bytes, string name)
    {
        nuint free = MemoryHandlers.FreeBytes;
        if (bytes > free)
        {
            throw new MujocoException(
                $"The model '{name}' does not compile: its textures, height fields and user data need about "
                + $"{MemoryHandlers.Megabytes(bytes)} where {MemoryHandlers.Megabytes(free)} are free. "
                + "Make them smaller.");
        }
    }

    private ModelHandle Load(byte* file, void* files, string name)
    {
        byte* message = stackalloc byte[MessageLength];
        message[0] = 0;
        MemoryHandlers.TakeRefusal();
        void* model = Compile(file, files, message);
        string text = Marshal.PtrToStringUTF8((nint)message)!.Trim().ReplaceLineEndings(" ");
        if (model is null)
        {
            string refusal = MemoryHandlers.TakeRefusal() is { } reason ? $" ({reason})"
                : text.Contains("could not create mj", StringComparison.Ordinal) ? TooLarge
                : "";
            throw new MujocoException($"The model '{name}' does not compile: {text}{refusal}");
        }

        if (text.Length > 0)
        {
            GymLog.Warn($"The model '{name}': {text}");
        }

        return new(api, model);
    }

    // One compilation at a time: an error outside the compiler's own handler leaves its mutex locked for ever.
    private void* Compile(byte* file, void* files, byte* message)
    {
        lock (Gate)
        {
            if (lost is not null)
            {
                throw new MujocoException(
                    $"MuJoCo's compiler cannot go on after an earlier error ({lost}). Start the program again.");
            }

            try
            {
                nint model = ErrorGuard.Call(api.LoadXml, (nint)file, (nint)files, (nint)message, MessageLength);
                ErrorGuard.Call(api.FreeLastXml);
                return (void*)model;
            }
            catch (MujocoException error)
            {
                lost = error.Message;
                throw;
            }
        }
    }
}
