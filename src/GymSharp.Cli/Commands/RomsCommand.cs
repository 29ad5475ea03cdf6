using System.CommandLine;
using System.Text.Json.Nodes;
using GymSharp.Cli.Output;
using GymSharp.Environments.Atari;
using GymSharp.Environments.Atari.Games;
using GymSharp.Environments.Atari.Roms;

namespace GymSharp.Cli.Commands;

/// <summary><c>gymsharp roms</c>: the user's Atari cartridges.</summary>
internal static class RomsCommand
{
    public static Command Create() => new("roms", "Import and list ROMs of Atari games.") { Import(), List() };

    private static Command Import()
    {
        Argument<string> folder = new("dir") { Description = "A folder with ROMs or zip archives of them." };
        Option<bool> json = JsonOutput.Option();
        Command command = new("import", "Find ROMs of known games by MD5 and copy them to your data folder.")
        {
            folder, json,
        };
        command.SetAction(parsed => Import(parsed.GetRequiredValue(folder), parsed.GetValue(json)));
        return command;
    }

    private static Command List()
    {
        Option<bool> json = JsonOutput.Option();
        Command command = new("list", "List the games and whether their ROMs are here.") { json };
        command.SetAction(parsed => List(parsed.GetValue(json)));
        return command;
    }

    private static int Import(string folder, bool json)
    {
        RomStore store = RomStore.Default;
        RomImportResult result = RomImport.Run(folder, store);
        foreach (string problem in result.Problems)
        {
            Console.Error.WriteLine("warning: " + problem);
        }

        if (json)
        {
            JsonOutput.Print(new JsonObject
            {
                ["folder"] = store.Folder,
                ["imported"] = new JsonArray([.. result.Games.Select(game => JsonValue.Create(game))]),
                ["problems"] = new JsonArray([.. result.Problems.Select(problem => JsonValue.Create(problem))]),
            });
        }
        else
        {
            foreach (string game in result.Games)
            {
                Console.WriteLine($"{game}: ALE/{AtariFamily.IdName(game)}-v5");
            }
        }

        if (result.Games.Count > 0)
        {
            return ErrorReport.Success;
        }

        Console.Error.WriteLine(
            $"error: '{folder}' has no ROM of a known game. They are known by MD5, not by name: "
            + "'gymsharp roms list --json' shows which.");
        return ErrorReport.Failed;
    }

    private static int List(bool json)
    {
        RomStore store = RomStore.Default;
        if (json)
        {
            JsonOutput.Print(new JsonArray([.. GameTable.Games.Select(game => (JsonNode)new JsonObject
            {
                ["game"] = game.Name,
                ["title"] = game.Title,
                ["md5"] = game.Md5,
                ["id"] = $"ALE/{AtariFamily.IdName(game.Name)}-v5",
                ["available"] = store.Has(game),
                ["file"] = store.PathOf(game),
            })]));
            return ErrorReport.Success;
        }

        TextTable table = new(flexible: 2, "game", "here", "title", "md5");
        List<string> unusable = [];
        foreach (GameDefinition game in GameTable.Games)
        {
            string? needs = store.Needs(game);
            bool isUnusable = needs is not null && File.Exists(store.PathOf(game));
            table.Add(game.Name, isUnusable ? "unusable" : needs is null ? "yes" : "", game.Title, game.Md5 ?? "");
            if (isUnusable)
            {
                unusable.Add($"{AtariFamily.IdName(game.Name)} needs {needs}");
            }
        }

        table.Write(Console.Out, Terminal.Width);
        Console.WriteLine($"ROMs are kept in {store.Folder}");
        foreach (string complaint in unusable.Prepend(store.FolderComplaint()).OfType<string>())
        {
            Console.Error.WriteLine("warning: " + complaint);
        }

        return ErrorReport.Success;
    }
}
