using System.Text;
using GymSharp.Registration;
using GymSharp.Rendering;
using GymSharp.Tabular;

namespace GymSharp.Environments.ToyText;

/// <summary>
/// FrozenLake: walk over ice from the start to the goal without falling into a hole. The observation is
/// <c>row × columns + column</c>; actions are 0 left, 1 down, 2 right, 3 up. On slippery ice a step may go sideways.
/// </summary>
public sealed class FrozenLakeEnv : TabularEnv
{
    private static readonly string[] ActionNames = ["Left", "Down", "Right", "Up"];
    private static readonly sbyte[] EveryAction = [1, 1, 1, 1];
    private static readonly Info StartInfo = Info.Of("prob", 1);

    private readonly string[] map;
    private FrozenLakePicture? picture;

    /// <summary>Makes the environment.</summary>
    /// <param name="desc">
    /// The map, one string per row: <c>S</c> start, <c>F</c> frozen, <c>H</c> hole, <c>G</c> goal. Null takes the map
    /// of <paramref name="mapName"/>.
    /// </param>
    /// <param name="mapName">A name of <see cref="FrozenLakeMaps.Names"/>; null for a random 8 × 8 map.</param>
    /// <param name="isSlippery">Whether a step may go sideways.</param>
    /// <param name="successRate">Probability, 0 to 1, that a step on slippery ice goes where it should.</param>
    /// <param name="rewardSchedule">Rewards of reaching the goal, a hole, any other tile; null for 1, 0, 0.</param>
    /// <param name="renderMode">How <see cref="TabularEnv.Render"/> shows the environment.</param>
    /// <exception cref="ArgumentException">An argument is outside of what is described here.</exception>
    public FrozenLakeEnv(
        IReadOnlyList<string>? desc = null,
        string? mapName = "4x4",
        bool isSlippery = true,
        double successRate = 1.0 / 3.0,
        IReadOnlyList<double>? rewardSchedule = null,
        RenderMode renderMode = RenderMode.None)
        : this(
            new FrozenLakeModel(
                desc ?? (mapName is null ? FrozenLakeMaps.Random() : FrozenLakeMaps.Named(mapName)),
                isSlippery,
                successRate,
                rewardSchedule ?? [1, 0, 0]),
            renderMode)
    {
    }

    private FrozenLakeEnv(FrozenLakeModel model, RenderMode renderMode)
        : this(model.Map, model.Build(), renderMode)
    {
    }

    private FrozenLakeEnv(string[] map, TransitionTable transitions, RenderMode renderMode)
        : base(transitions, ProbabilityInfo.PerOutcome(transitions), ActionNames, renderMode)
    {
        this.map = map;
    }

    /// <summary>The map, one string per row.</summary>
    public IReadOnlyList<string> Map => Array.AsReadOnly(map);

    /// <inheritdoc/>
    public override EnvMetadata Metadata { get; } = new([RenderMode.Human, RenderMode.Ansi, RenderMode.RgbArray], 4);

    /// <summary>Makes the environment from Gymnasium's keyword arguments.</summary>
    /// <exception cref="ArgumentException">An argument has a wrong type or value.</exception>
    public static FrozenLakeEnv FromArguments(EnvArguments arguments)
    {
        ArgumentNullException.ThrowIfNull(arguments);
        string[]? desc = arguments.TryGet("desc", out object? value) && value is IEnumerable<string> rows
            ? [.. rows]
            : arguments.Get<string[]?>("desc", null);
        return new FrozenLakeEnv(
            desc,
            arguments.Get<string?>("map_name", "4x4"),
            arguments.Get("is_slippery", true),
            arguments.Get("success_rate", 1.0 / 3.0),
            arguments.Get<double[]?>("reward_schedule", null),
            arguments.RenderMode);
    }

    /// <inheritdoc/>
    public override ReadOnlySpan<sbyte> ActionMask(int state)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(state);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(state, Transitions.StateCount);
        return EveryAction;
    }

    /// <inheritdoc/>
    protected override string RenderText()
    {
        StringBuilder text = new(LastActionName is { } name ? $"  ({name})\n" : "\n");
        (int row, int column) = Math.DivRem(State, map[0].Length);
        for (int i = 0; i < map.Length; i++)
        {
            string tiles = map[i];
            string elf = AnsiText.Highlighted(tiles[column].ToString(), AnsiText.Red);
            text.Append(i == row ? tiles[..column] + elf + tiles[(column + 1)..] : tiles).Append('\n');
        }

        return text.ToString();
    }

    /// <inheritdoc/>
    protected override Frame RenderPicture() => (picture ??= new FrozenLakePicture(map)).Draw(State, LastAction);

    private protected override Info ResetInfo(int first) => StartInfo;
}
