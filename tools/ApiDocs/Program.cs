using GymSharp.ApiDocs;

if (args.Length > 1 || (args.Length == 1 && args[0].StartsWith('-')))
{
    Console.Error.WriteLine(
        "usage: ApiDocs [FOLDER]   writes a page per namespace and an index (default: artifacts/api)");
    return 2;
}

string folder = args.Length == 1 ? args[0] : Path.Combine("artifacts", "api");
IReadOnlyDictionary<string, string> pages = Site.Build(Api.Load());
Site.Write(pages, folder);
Console.WriteLine($"{pages.Count} pages in {Path.GetFullPath(folder)}");
return 0;
