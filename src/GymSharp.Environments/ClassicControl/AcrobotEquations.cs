namespace GymSharp.Environments.ClassicControl;

/// <summary>Which published equations of motion an acrobot obeys; Gymnasium's <c>book_or_nips</c>.</summary>
public enum AcrobotEquations
{
    /// <summary>Those of Sutton and Barto's book, with which the published results were made.</summary>
    Book,

    /// <summary>Those printed in the NIPS paper of 1996, which lack a term.</summary>
    Nips,
}
