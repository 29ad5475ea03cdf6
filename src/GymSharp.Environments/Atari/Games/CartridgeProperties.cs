using System.Globalization;
using System.Text.Json;
using GymSharp.Atari2600;

namespace GymSharp.Environments.Atari.Games;

/// <summary>What a table of properties knows about a cartridge.</summary>
public sealed record CartridgeProperties
{
    /// <summary>What the console is told.</summary>
    public ConsoleOptions Console { get; init; } = new();

    /// <summary>Whether actions turn paddles, which they do as soon as either port has them.</summary>
    public bool UsesPaddles =>
        Console.LeftController == ControllerType.Paddles || Console.RightController == ControllerType.Paddles;

    /// <summary>Reads properties by the names of the facts: <c>left_controller</c>, <c>height</c> and so on.</summary>
    /// <param name="facts">A JSON object; what it does not name has its default.</param>
    /// <exception cref="FormatException">A name or a value is unknown.</exception>
    public static CartridgeProperties Parse(JsonElement facts)
    {
        if (facts.ValueKind != JsonValueKind.Object)
        {
            throw new FormatException($"The properties of a cartridge are {facts.GetRawText()}. Expected an object.");
        }

        ConsoleOptions options = new();
        foreach (JsonProperty property in facts.EnumerateObject())
        {
            try
            {
                options = With(options, property.Name, property.Value);
            }
            catch (Exception error) when (error is InvalidOperationException or OverflowException)
            {
                throw new FormatException(
                    $"The cartridge's property '{property.Name}' is {property.Value.GetRawText()}, which is of the "
                    + "wrong kind. Expected what the tables of facts have: \"PADDLES\", \"NTSC\", \"YES\", 34.",
                    error);
            }
        }

        return new CartridgeProperties { Console = options };
    }

    // The table of facts and the descriptions of recorded runs spell the same names differently: y_start and yStart.
    private static ConsoleOptions With(ConsoleOptions options, string name, JsonElement value) =>
        name.Replace("_", "", StringComparison.Ordinal).ToUpperInvariant() switch
        {
            "INTABLE" or "TITLE" or "PHOSPHOR" => options,
            "TYPE" or "CARTRIDGETYPE" => options with { CartridgeType = Scheme(value.GetString()!) },
            "FORMAT" => options with { Format = Standard(value.GetString()!) },
            "YSTART" => options with { YStart = Number(value) },
            "HEIGHT" => options with { Height = Number(value) },
            "LEFT" or "LEFTCONTROLLER" => options with { LeftController = Controller(value) },
            "RIGHT" or "RIGHTCONTROLLER" => options with { RightController = Controller(value) },
            "SWAPPORTS" => options with { SwapPorts = Flag(value) },
            "SWAPPADDLES" => options with { SwapPaddles = Flag(value) },
            "LEFTDIFFICULTY" => options with { LeftDifficultyA = value.ValueEquals("A") },
            "RIGHTDIFFICULTY" => options with { RightDifficultyA = value.ValueEquals("A") },
            "TV" => options with { BlackAndWhite = !value.ValueEquals("COLOR") },
            "HMOVEBLANKS" => options with { HmoveBlanks = Flag(value) },
            _ => throw new FormatException(
                $"A cartridge has no property '{name}'. It has: type, format, yStart, height, left, right, swapPorts, "
                + "swapPaddles, leftDifficulty, rightDifficulty, tv, hmoveBlanks."),
        };

    private static int Number(JsonElement value) => int.TryParse(
        value.ValueKind == JsonValueKind.String ? value.GetString() : value.GetRawText(),
        NumberStyles.AllowLeadingSign,
        CultureInfo.InvariantCulture,
        out int number)
        ? number
        : throw new FormatException($"{value.GetRawText()} is no whole number, as a cartridge's property has it.");

    private static bool Flag(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.True => true,
        JsonValueKind.False => false,
        _ => value.ValueEquals("YES"),
    };

    private static ControllerType Controller(JsonElement value) =>
        value.ValueEquals("PADDLES") ? ControllerType.Paddles : ControllerType.Joystick;

    private static TelevisionFormat? Standard(string name) => name switch
    {
        "AUTO-DETECT" => null,
        "NTSC" => TelevisionFormat.Ntsc,
        "PAL" => TelevisionFormat.Pal,
        "SECAM" => TelevisionFormat.Secam,
        _ => throw new FormatException($"'{name}' is no television standard. Expected NTSC, PAL or SECAM."),
    };

    private static CartridgeType? Scheme(string name) => name switch
    {
        "AUTO-DETECT" => null,
        "2K" => CartridgeType.Plain2K,
        "4K" => CartridgeType.Plain4K,
        "3F" => CartridgeType.Tigervision3F,
        "3E" => CartridgeType.Tigervision3E,
        "0840" => CartridgeType.Econobanking,
        _ when Enum.GetNames<CartridgeType>().Contains(name, StringComparer.OrdinalIgnoreCase) =>
            Enum.Parse<CartridgeType>(name, ignoreCase: true),
        _ => throw new FormatException(
            $"'{name}' is no bank-switching scheme. Expected AUTO-DETECT, 2K, 4K, CV, F8, F8SC, F6, F6SC, F4, F4SC, "
            + "FASC, E0, E7, FE, UA, 3F, 3E, MB, DPC, AR, MC or 0840."),
    };
}
