using GymSharp.Registration;

namespace GymSharp.Mujoco.Locomotion;

/// <summary>What can be chosen about every one of Gymnasium's MuJoCo tasks.</summary>
public abstract record LocomotionOptions
{
    private protected LocomotionOptions(int frameSkip, CameraOptions? camera = null)
    {
        FrameSkip = frameSkip;
        View = new() { Camera = camera ?? new() };
    }

    /// <summary>Which form of the task.</summary>
    /// <value>The default is <see cref="TaskVersion.V5"/>.</value>
    public TaskVersion Version { get; init; } = TaskVersion.V5;

    /// <summary>
    /// The model (<c>xml_file</c>): the name of a built-in one such as <c>ant.xml</c>, or the path of an MJCF file;
    /// null for the task's own.
    /// </summary>
    public string? ModelFile { get; init; }

    /// <summary>Physics steps per step, at least 1 (<c>frame_skip</c>).</summary>
    public int FrameSkip { get; init; }

    /// <summary>Size and camera of pictures.</summary>
    public ViewOptions View { get; init; }

    /// <summary>How the environment renders.</summary>
    /// <value>The default is <see cref="RenderMode.None"/>.</value>
    public RenderMode RenderMode { get; init; }

    /// <summary>The name of the task's own model.</summary>
    internal abstract string OwnModel { get; }

    /// <summary>What a model must have.</summary>
    internal abstract ModelNeeds Needs { get; }

    internal bool IsV5 => Version == TaskVersion.V5;

    /// <summary>The model of the task, shared with all environments that use the same.</summary>
    /// <exception cref="ArgumentException">It is a model of another task.</exception>
    /// <exception cref="FileNotFoundException">There is no such file.</exception>
    /// <exception cref="MujocoException">The file does not compile.</exception>
    internal MujocoModel LoadModel()
    {
        string file = ModelFile ?? OwnModel;
        string name = Path.GetFileNameWithoutExtension(file);
        bool isBuiltIn = ModelFile is null || (Path.GetFileName(file) == file && MujocoModels.Names.Contains(name));
        MujocoModel model = isBuiltIn ? SharedModels.BuiltIn(name) : SharedModels.FromFile(Expand(file));
        Needs.Check(model, file, GetType().Name.Replace("Options", "", StringComparison.Ordinal));
        return model;
    }

    /// <summary>Reads the arguments that all tasks have.</summary>
    /// <param name="options">The options so far.</param>
    /// <param name="arguments">The arguments.</param>
    /// <param name="takesModel">Whether the model can be chosen; by default in version 5 alone.</param>
    private protected static T Common<T>(T options, EnvArguments arguments, bool takesModel = false)
        where T : LocomotionOptions
    {
        LocomotionOptions common = options;
        return (T)(common with
        {
            ModelFile = options.IsV5 || takesModel ? arguments.Get<string?>("xml_file", null) : null,
            FrameSkip = options.IsV5 ? arguments.Count("frame_skip", options.FrameSkip) : options.FrameSkip,
            View = arguments.View(options.View.Camera),
            RenderMode = arguments.RenderMode,
        });
    }

    private static string Expand(string file) => file.StartsWith('~')
        ? Environment.GetFolderPath(Environment.SpecialFolder.UserProfile) + file[1..]
        : file;
}
