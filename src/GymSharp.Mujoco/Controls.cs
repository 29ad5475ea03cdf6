using GymSharp.Spaces;

namespace GymSharp.Mujoco;

/// <summary>Actions that are the controls of a model's actuators, one number each.</summary>
internal static class Controls
{
    // Beyond this the engine takes a control for a failure and resets its state, mjMAXVAL.
    private const float Largest = 1e10f;

    /// <summary>The range of each control.</summary>
    public static Box<float> SpaceOf(MujocoModel model)
    {
        ReadOnlySpan<double> range = model.ActuatorControlRange;
        float[] low = new float[model.Nu];
        float[] high = new float[model.Nu];
        for (int i = 0; i < low.Length; i++)
        {
            (low[i], high[i]) = ((float)range[2 * i], (float)range[(2 * i) + 1]);
        }

        return new Box<float>(low, high);
    }

    /// <summary>Refuses an action that no motor can do. Beyond its range a control counts as the bound.</summary>
    /// <exception cref="InvalidActionException">It has another length, or a number that is not finite.</exception>
    public static void Require(float[] action, Space space)
    {
        ArgumentNullException.ThrowIfNull(action);
        int length = space.Shape![0];
        if (action.Length != length)
        {
            throw new InvalidActionException(
                $"The action has {action.Length} numbers, {space} has {length}. Give one for each actuator.");
        }

        foreach (float control in action)
        {
            if (!(Math.Abs(control) <= Largest))
            {
                ThrowBad(control, space);
            }
        }
    }

    /// <summary>Sets the controls.</summary>
    public static void Apply(ReadOnlySpan<float> action, MujocoData data)
    {
        Span<double> control = data.Ctrl;
        for (int i = 0; i < control.Length; i++)
        {
            control[i] = action[i];
        }
    }

    private static void ThrowBad(float control, Space space) => throw new InvalidActionException(
        $"The action holds {control}, which no motor can do; {space} was expected. Give finite numbers; beyond a "
        + "bound the torque is that of the bound.");
}
