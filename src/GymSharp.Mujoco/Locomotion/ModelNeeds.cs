namespace GymSharp.Mujoco.Locomotion;

/// <summary>What a task takes for granted about its model; another model is refused.</summary>
/// <param name="Joints">
/// Kinds of the first joints, a letter each: f free, s slide, h hinge. They lie where the task looks for the position.
/// </param>
internal sealed record ModelNeeds(string Joints)
{
    // mjtJoint.
    private const string Letters = "fbsh";

    /// <summary>Bodies that the task looks up.</summary>
    public IReadOnlyList<string> Bodies { get; init; } = [];

    /// <summary>Whether there are no further joints.</summary>
    public bool IsExact { get; init; }

    /// <summary>Actuators, or null where any number will do.</summary>
    public int? Actuators { get; init; }

    /// <summary>Sites, at least.</summary>
    public int Sites { get; init; }

    /// <summary>Refuses a model that lacks something.</summary>
    /// <param name="model">The model.</param>
    /// <param name="file">What to call it.</param>
    /// <param name="task">Whose needs these are.</param>
    /// <exception cref="ArgumentException">It lacks something; the message says what.</exception>
    public void Check(MujocoModel model, string file, string task)
    {
        string joints = string.Concat(model.JointType.ToArray().Select(kind => Letters[kind]));
        string? complaint =
            !joints.StartsWith(Joints, StringComparison.Ordinal) || (IsExact && joints.Length != Joints.Length)
                ? $"its joints must {(IsExact ? "be" : "begin with")} {Names(Joints)}, but they are {Names(joints)}"
            : model.Nu == 0 ? "it has no actuator"
            : Actuators is { } count && model.Nu != count ? $"it must have {count} actuators, but has {model.Nu}"
            : model.NSite < Sites ? $"it must have {Sites} site at its tip, but has none"
            : Bodies.FirstOrDefault(body => !HasBody(model, body)) is { } body ? $"it has no body '{body}'"
            : null;
        if (complaint is not null)
        {
            throw new ArgumentException(
                $"The model '{file}' is not one for {task}: {complaint}. Give xml_file a model of that task, or leave "
                + "it out.",
                nameof(file));
        }
    }

    private static bool HasBody(MujocoModel model, string name) =>
        Enumerable.Range(0, model.NBody).Any(id => model.BodyName(id) == name);

    private static string Names(string joints) => joints.Length == 0
        ? "none"
        : string.Join(", ", joints.Select(letter => letter switch
        {
            'f' => "free",
            'b' => "ball",
            's' => "slide",
            _ => "hinge",
        }));
}
