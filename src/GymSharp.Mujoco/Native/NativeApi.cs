using System.Runtime.InteropServices;

namespace GymSharp.Mujoco.Native;

/// <summary>The functions of a loaded library, and the layout of its structures.</summary>
internal sealed unsafe class NativeApi
{
    /// <summary>Finds every function.</summary>
    /// <param name="library">The loaded library.</param>
    /// <param name="layout">The layout of its release.</param>
    /// <exception cref="EntryPointNotFoundException">A function is missing.</exception>
    public NativeApi(nint library, NativeLayout layout)
    {
        Library = library;
        Layout = layout;
        LoadXml = (delegate* unmanaged<byte*, void*, byte*, int, void*>)Export("mj_loadXML");
        DeleteModel = (delegate* unmanaged<void*, void>)Export("mj_deleteModel");
        MakeData = (delegate* unmanaged<void*, void*>)Export("mj_makeData");
        DeleteData = (delegate* unmanaged<void*, void>)Export("mj_deleteData");
        CopyData = (delegate* unmanaged<void*, void*, void*, void*>)Export("mj_copyData");
        ResetData = (delegate* unmanaged<void*, void*, void>)Export("mj_resetData");
        Forward = (delegate* unmanaged<void*, void*, void>)Export("mj_forward");
        Step = (delegate* unmanaged<void*, void*, void>)Export("mj_step");
        RnePostConstraint = (delegate* unmanaged<void*, void*, void>)Export("mj_rnePostConstraint");
        NameToId = (delegate* unmanaged<void*, int, byte*, int>)Export("mj_name2id");
        IdToName = (delegate* unmanaged<void*, int, int, byte*>)Export("mj_id2name");
        DefaultFileSystem = (delegate* unmanaged<void*, void>)Export("mj_defaultVFS");
        DeleteFileSystem = (delegate* unmanaged<void*, void>)Export("mj_deleteVFS");
        MakeEmptyFile = (delegate* unmanaged<void*, byte*, int, int>)Export("mj_makeEmptyFileVFS");
        FindFile = (delegate* unmanaged<void*, byte*, int>)Export("mj_findFileVFS");
    }

    public nint Library { get; }
    public NativeLayout Layout { get; }
    public delegate* unmanaged<byte*, void*, byte*, int, void*> LoadXml { get; }
    public delegate* unmanaged<void*, void> DeleteModel { get; }
    public delegate* unmanaged<void*, void*> MakeData { get; }
    public delegate* unmanaged<void*, void> DeleteData { get; }
    public delegate* unmanaged<void*, void*, void*, void*> CopyData { get; }
    public delegate* unmanaged<void*, void*, void> ResetData { get; }
    public delegate* unmanaged<void*, void*, void> Forward { get; }
    public delegate* unmanaged<void*, void*, void> Step { get; }
    public delegate* unmanaged<void*, void*, void> RnePostConstraint { get; }
    public delegate* unmanaged<void*, int, byte*, int> NameToId { get; }
    public delegate* unmanaged<void*, int, int, byte*> IdToName { get; }
    public delegate* unmanaged<void*, void> DefaultFileSystem { get; }
    public delegate* unmanaged<void*, void> DeleteFileSystem { get; }
    public delegate* unmanaged<void*, byte*, int, int> MakeEmptyFile { get; }
    public delegate* unmanaged<void*, byte*, int> FindFile { get; }

    /// <summary>The address of any exported function or variable.</summary>
    /// <exception cref="EntryPointNotFoundException">The library has none of this name.</exception>
    public nint Export(string name) => NativeLibrary.GetExport(Library, name);
}
