namespace GymSharp.Learning.Options;

/// <summary>Options whose values must fit each other, beyond the range of each.</summary>
public interface IValidatedOptions
{
    /// <summary>
    /// What does not fit: one sentence per error that names the options, says what was expected, and how to mend it.
    /// </summary>
    IEnumerable<string> Errors();
}
