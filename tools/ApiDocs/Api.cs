using System.Reflection;

namespace GymSharp.ApiDocs;

/// <summary>The public types of the libraries and what their doc comments say.</summary>
internal sealed class Api
{
    private Api(IReadOnlyList<Assembly> assemblies, XmlDocs docs)
    {
        Assemblies = assemblies;
        Types = [.. assemblies.SelectMany(assembly => assembly.GetTypes())
            .Where(Surface.IsVisible).OrderBy(DocIds.Of, StringComparer.Ordinal)];
        Docs = new DocFinder(docs, assemblies.ToHashSet());
    }

    /// <summary>The libraries, by name.</summary>
    public IReadOnlyList<Assembly> Assemblies { get; }

    /// <summary>Every type that a user of the libraries can name, nested ones included, by id.</summary>
    public IReadOnlyList<Type> Types { get; }

    /// <summary>Doc comments, with what is inherited filled in.</summary>
    public DocFinder Docs { get; }

    /// <summary>Reads the libraries that stand beside this program.</summary>
    /// <exception cref="FileNotFoundException">A library has no XML file beside it.</exception>
    public static Api Load()
    {
        List<Assembly> assemblies = [];
        XmlDocs docs = new();
        foreach (string name in Directory.EnumerateFiles(AppContext.BaseDirectory, "GymSharp*.dll")
            .Select(path => Path.GetFileNameWithoutExtension(path)).Order(StringComparer.Ordinal))
        {
            assemblies.Add(Assembly.Load(new AssemblyName(name)));
            docs.Add(Path.Combine(AppContext.BaseDirectory, name + ".xml"));
        }

        return new Api(assemblies, docs);
    }
}
