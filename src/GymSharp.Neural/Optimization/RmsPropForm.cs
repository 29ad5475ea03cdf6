namespace GymSharp.Neural.Optimization;

/// <summary>Two published forms of <see cref="RmsProp"/>, which learn differently where gradients are small.</summary>
public enum RmsPropForm
{
    /// <summary>PyTorch's: <c>√v + ε</c>, and v starts at 0.</summary>
    Torch,

    /// <summary>TensorFlow's, as in the first A2C and DQN programs: <c>√(v + ε)</c>, and v starts at 1.</summary>
    TensorFlow,
}
