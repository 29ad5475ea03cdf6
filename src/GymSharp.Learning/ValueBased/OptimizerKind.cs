namespace GymSharp.Learning.ValueBased;

/// <summary>How gradients change the weights.</summary>
public enum OptimizerKind
{
    /// <summary>Adam.</summary>
    Adam,

    /// <summary>RMSProp in PyTorch's form: ε is added to the root.</summary>
    RmsProp,

    /// <summary>RMSProp in TensorFlow's form: ε under the root, the mean square starts at 1.</summary>
    RmsPropTf,

    /// <summary>Stochastic gradient descent.</summary>
    Sgd,
}
