namespace GymSharp.Environments.ToyText;

/// <summary>Checks of arguments that are probabilities.</summary>
internal static class Probability
{
    /// <summary>Gives the value back, or says what is wrong with it.</summary>
    /// <exception cref="ArgumentException">The value is not a number from 0 to 1.</exception>
    public static double Check(double value, string gymnasiumName, string parameter) => value is >= 0 and <= 1
        ? value
        : throw new ArgumentException(
            $"'{gymnasiumName}' is {value}; a probability from 0 to 1 was expected.", parameter);
}
