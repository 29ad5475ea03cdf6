namespace GymSharp.Mujoco;

/// <summary>Compiled models that environments share: a batch of a thousand compiles one.</summary>
/// <remarks>
/// A model lives as long as somebody holds it; nobody who shares one may change or dispose it. One that was disposed
/// nevertheless is not handed out again.
/// </remarks>
internal static class SharedModels
{
    private static readonly Lock Gate = new();
    private static readonly Dictionary<string, WeakReference<MujocoModel>> Models = new(StringComparer.Ordinal);

    /// <summary>The model of a key, made when nobody holds one.</summary>
    public static MujocoModel Get(string key, Func<MujocoModel> make)
    {
        lock (Gate)
        {
            if (Models.TryGetValue(key, out WeakReference<MujocoModel>? known)
                && known.TryGetTarget(out MujocoModel? model) && !model.IsDisposed)
            {
                return model;
            }

            model = make();
            Models[key] = new WeakReference<MujocoModel>(model);
            return model;
        }
    }

    /// <summary>A model that ships with this library.</summary>
    /// <exception cref="MujocoException">There is no such model.</exception>
    public static MujocoModel BuiltIn(string name) => Get(name, () => MujocoModels.Load(name));

    /// <summary>The model of a file; a file that was written since is compiled anew.</summary>
    /// <exception cref="FileNotFoundException">There is no such file.</exception>
    /// <exception cref="MujocoException">It does not compile, or time does not pass in it.</exception>
    public static MujocoModel FromFile(string path)
    {
        FileInfo file = new(path);
        string key = file.Exists ? $"{file.FullName}|{file.Length}|{file.LastWriteTimeUtc.Ticks}" : path;
        return Get(key, () => Moving(MujocoModel.FromFile(path), path));
    }

    // Speeds and rewards are changes over time: without any they would be no numbers.
    private static MujocoModel Moving(MujocoModel model, string path)
    {
        double step = model.Timestep;
        if (step > 0)
        {
            return model;
        }

        model.Dispose();
        throw new MujocoException(
            $"The model in '{path}' has a time step of {step} s. Give it one above 0: <option timestep=\"0.002\"/>.");
    }
}
