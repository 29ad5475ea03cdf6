namespace GymSharp.Environments.Atari.Games;

/// <summary>The names of a game's variables, numbered.</summary>
internal sealed class RuleVariables
{
    private readonly List<string> names = [];

    /// <summary>How many there are.</summary>
    public int Count => names.Count;

    /// <summary>Gives a name a number, where it has none yet.</summary>
    public void Add(string name)
    {
        if (!names.Contains(name))
        {
            names.Add(name);
        }
    }

    /// <summary>The number of a variable.</summary>
    /// <exception cref="FormatException">There is no such variable.</exception>
    public int this[string name] => names.IndexOf(name) is >= 0 and int index
        ? index
        : throw new FormatException(
            $"The rules know no variable '{name}'. They have: {string.Join(", ", names)}.");
}
