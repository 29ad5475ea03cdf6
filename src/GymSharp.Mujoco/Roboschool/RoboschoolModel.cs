using System.Globalization;
using System.Xml.Linq;

namespace GymSharp.Mujoco.Roboschool;

/// <summary>Makes a walker's model from the built-in model of the same body.</summary>
/// <remarks>
/// Bullet read no springs, damping or armature of joints from the same kind of file. Springs are left out here too;
/// damping and armature stay, without which a light body with strong motors does not stay in one piece at this time
/// step.
/// </remarks>
internal static class RoboschoolModel
{
    /// <summary>Gravity and time step of Roboschool's stadium, s; four steps make one of the environment.</summary>
    private const string Gravity = "0 0 -9.8";
    private const double Timestep = 0.0165 / 4;

    /// <summary>The model of a task, shared by its environments.</summary>
    public static MujocoModel Shared(RoboschoolTask task) =>
        SharedModels.Get(task.Name, () => MujocoModel.FromXml(Xml(task), task.Name));

    /// <summary>The MJCF of a task.</summary>
    public static string Xml(RoboschoolTask task)
    {
        XElement root = XElement.Parse(MujocoModels.Xml(task.Model));
        root.Elements("option").Attributes().Where(one => one.Name != "solver").Remove();
        root.Elements("tendon").Remove();
        root.Elements("actuator").Remove();
        root.Descendants("joint").Attributes("stiffness").Remove();
        foreach (XElement joint in root.Elements("worldbody").Descendants("joint"))
        {
            if (task.Ranges.TryGetValue((string?)joint.Attribute("name") ?? "", out string? range))
            {
                joint.SetAttributeValue("range", range);
            }
        }

        // Of two that touch the greater friction counts, so the floor has the walker's.
        foreach (XElement geom in root.Elements("worldbody").Descendants("geom"))
        {
            geom.SetAttributeValue("friction", task.Friction);
            geom.SetAttributeValue("condim", "3");
        }

        root.Add(
            new XElement(
                "option",
                new XAttribute("timestep", Text(Timestep)),
                new XAttribute("gravity", Gravity),
                new XAttribute("integrator", "Euler")),
            new XElement("actuator", task.Motors.Select(motor => Motor(motor.Joint, task.Power * motor.Power))));
        return root.ToString();
    }

    private static XElement Motor(string joint, double torque) => new(
        "motor",
        new XAttribute("joint", joint),
        new XAttribute("gear", Text(torque)),
        new XAttribute("ctrllimited", "true"),
        new XAttribute("ctrlrange", "-1 1"));

    private static string Text(double number) => number.ToString("R", CultureInfo.InvariantCulture);
}
