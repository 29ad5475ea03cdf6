using System.Runtime.InteropServices;

namespace GymSharp.Mujoco.Native;

/// <summary>The functions of a loaded library, and the layout of its structures.</summary>
/// <remarks>Addresses are for <see cref="ErrorGuard"/>; what cannot fail is called directly.</remarks>
internal sealed unsafe class NativeApi
{
    /// <summary>Finds every function and installs the handlers of errors, warnings and memory.</summary>
    /// <param name="library">The loaded library.</param>
    /// <param name="layout">The layout of its release.</param>
    /// <exception cref="EntryPointNotFoundException">A function is missing.</exception>
    public NativeApi(nint library, NativeLayout layout)
    {
        Library = library;
        Layout = layout;
        LoadXml = Export("mj_loadXML");
        FreeLastXml = Export("mj_freeLastXML");
        MakeData = Export("mj_makeData");
        CopyData = Export("mj_copyData");
        ResetData = Export("mj_resetData");
        Forward = Export("mj_forward");
        Step = Export("mj_step");
        RnePostConstraint = Export("mj_rnePostConstraint");
        MakeEmptyFile = Find("mj_makeEmptyFileVFS");
        FindFile = Find("mj_findFileVFS");
        AddBuffer = Find("mj_addBufferVFS");
        DeleteModel = (delegate* unmanaged<void*, void>)Export("mj_deleteModel");
        DeleteData = (delegate* unmanaged<void*, void>)Export("mj_deleteData");
        NameToId = (delegate* unmanaged<void*, int, byte*, int>)Export("mj_name2id");
        IdToName = (delegate* unmanaged<void*, int, int, byte*>)Export("mj_id2name");
        DefaultFileSystem = (delegate* unmanaged<void*, void>)Export("mj_defaultVFS");
        DeleteFileSystem = (delegate* unmanaged<void*, void>)Export("mj_deleteVFS");
        JacobianOfSite = (delegate* unmanaged<void*, void*, double*, double*, int, void>)Export("mj_jacSite");
        InstallHandlers();
    }

    public nint Library { get; }
    public NativeLayout Layout { get; }
    public nint LoadXml { get; }
    public nint FreeLastXml { get; }
    public nint MakeData { get; }
    public nint CopyData { get; }
    public nint ResetData { get; }
    public nint Forward { get; }
    public nint Step { get; }
    public nint RnePostConstraint { get; }
    public nint MakeEmptyFile { get; }
    public nint FindFile { get; }
    public nint AddBuffer { get; }
    public delegate* unmanaged<void*, void> DeleteModel { get; }
    public delegate* unmanaged<void*, void> DeleteData { get; }
    public delegate* unmanaged<void*, int, byte*, int> NameToId { get; }
    public delegate* unmanaged<void*, int, int, byte*> IdToName { get; }
    public delegate* unmanaged<void*, void> DefaultFileSystem { get; }
    public delegate* unmanaged<void*, void> DeleteFileSystem { get; }
    public delegate* unmanaged<void*, void*, double*, double*, int, void> JacobianOfSite { get; }

    /// <summary>The address of an exported function or variable.</summary>
    /// <exception cref="EntryPointNotFoundException">The library has none of this name.</exception>
    public nint Export(string name) => NativeLibrary.GetExport(Library, name);

    // Zero where this release has none.
    private nint Find(string name) => NativeLibrary.TryGetExport(Library, name, out nint address) ? address : 0;

    private void InstallHandlers()
    {
        *(nint*)Export("mju_user_error") = ErrorGuard.Handler;
        *(nint*)Export("mju_user_warning") = WarningHandler.Handler;
        *(nint*)Export("mju_user_malloc") = MemoryHandlers.Allocator;
        *(nint*)Export("mju_user_free") = MemoryHandlers.Releaser;
    }
}
