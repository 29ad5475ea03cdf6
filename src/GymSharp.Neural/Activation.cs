namespace GymSharp.Neural;

/// <summary>The function that a layer applies to its sums.</summary>
public enum Activation
{
    /// <summary>None.</summary>
    None,

    /// <summary>Hyperbolic tangent.</summary>
    Tanh,

    /// <summary><c>max(x, 0)</c>.</summary>
    Relu,

    /// <summary><c>1 / (1 + e^-x)</c>.</summary>
    Sigmoid,

    /// <summary>
    /// <c>x Φ(x)</c> in the form with tanh; Hendrycks and Gimpel (2016), "Gaussian Error Linear Units".
    /// </summary>
    Gelu,
}
