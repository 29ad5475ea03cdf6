using System.Reflection;
using System.Xml.Linq;
using GymSharp.Randomness;
using GymSharp.Spaces;
using GymSharp.State;

namespace GymSharp.ApiDocs.Tests;

/// <summary>Spelling, ids and texts, on types whose declaration is known.</summary>
public sealed class SpecimenTests
{
    private static readonly Api Libraries = Api.Load();
    private static readonly Links Places = new(Libraries);

    [Theory]
    [InlineData(typeof(Env<,>), "public abstract class Env<TObservation, TAction> : Env\n"
        + "    where TObservation : notnull\n    where TAction : notnull")]
    [InlineData(typeof(Step<>), "public readonly record struct Step<TObservation>")]
    [InlineData(typeof(RenderMode), "public enum RenderMode")]
    [InlineData(typeof(Gym), "public static class Gym")]
    [InlineData(typeof(IEnvVisitor<>), "public interface IEnvVisitor<TResult>")]
    [InlineData(typeof(Specimen.Shape<>), "public readonly ref struct Shape<T>\n"
        + "    where T : unmanaged, IComparable<T>")]
    [InlineData(typeof(Specimen.Maker<>), "public delegate T? Maker<T>(in int seed, params string?[] names)\n"
        + "    where T : class, new();")]
    [InlineData(typeof(Specimen.Choices), "[Flags]\npublic enum Choices : byte")]
    public void Types_are_declared_as_in_CSharp(Type type, string expected) =>
        Assert.Equal(expected, TypeSignature.Of(type));

    [Theory]
    [InlineData("Text", "public required string? Text { get; init; }")]
    [InlineData("Count", "public int Count { get; protected set; }")]
    [InlineData("Item", "public ref readonly double this[int row, long column] { get; }")]
    [InlineData("Pairs", "public IReadOnlyDictionary<string, (int Row, object? Value)[]>? Pairs { get; }")]
    [InlineData("Limit", "public const float Limit = 0.5f")]
    [InlineData("Names", "public static readonly string[] Names")]
    [InlineData("Draw", "public virtual bool Draw<T>(ref T value, out int? left, "
        + "Specimen.Choices choice = Specimen.Choices.Left | Specimen.Choices.Right)\n"
        + "    where T : struct")]
    [InlineData("Say", "protected abstract string "
        + "Say(string text = \"a\\\"b\", char mark = '\\n', double level = double.NaN)")]
    [InlineData("op_Addition", "public static Specimen operator +(Specimen left, Specimen right)")]
    [InlineData("op_Explicit", "public static explicit operator double(Specimen value)")]
    [InlineData("Changed", "public event EventHandler? Changed")]
    [InlineData("ToString", "public sealed override string ToString()")]
    public void Members_are_declared_as_in_CSharp(string name, string expected)
    {
        MemberInfo member = Assert.Single(Surface.Members(typeof(Specimen)), member => member.Name == name);
        Assert.Equal(expected, MemberSignature.Of(member));
    }

    [Fact]
    public void Members_that_nobody_wrote_or_can_reach_are_left_out()
    {
        string[] names = [.. Surface.Members(typeof(Specimen.Pair)).Select(member => member.Name)];
        Assert.Equal([".ctor", "Left", "Right"], names);
        Assert.DoesNotContain("Hidden", Surface.Members(typeof(Specimen)).Select(member => member.Name));
    }

    [Theory]
    [InlineData(typeof(Env<,>), "OnStep", "M:GymSharp.Env`2.OnStep(`1,`0)")]
    [InlineData(typeof(Env), "Accept", "M:GymSharp.Env.Accept``1(GymSharp.IEnvVisitor{``0})")]
    [InlineData(typeof(Env), "RestoreState", "M:GymSharp.Env.RestoreState(System.ReadOnlySpan{System.Byte})")]
    [InlineData(typeof(Specimen), "op_Explicit", "M:GymSharp.ApiDocs.Tests.Specimen"
        + ".op_Explicit(GymSharp.ApiDocs.Tests.Specimen)~System.Double")]
    [InlineData(typeof(Specimen), "Item", "P:GymSharp.ApiDocs.Tests.Specimen.Item(System.Int32,System.Int64)")]
    public void Ids_are_those_of_the_compiler(Type type, string name, string expected) =>
        Assert.Equal(expected, DocIds.Of(Assert.Single(Surface.Members(type), member => member.Name == name)));

    [Fact]
    public void An_override_says_what_the_base_type_says()
    {
        XElement own = Find(typeof(Env), nameof(Env.ObservationSpace))!;
        XElement inherited = Find(typeof(Env<,>), nameof(Env.ObservationSpace))!;
        Assert.Equal(own.Element("summary")!.Value, inherited.Element("summary")!.Value);
        Assert.Empty(inherited.Elements("inheritdoc"));
    }

    [Fact]
    public void Inheriting_from_a_named_type_takes_the_part_asked_for()
    {
        XElement found = Libraries.Docs.Find(typeof(Discrete))!;
        XElement source = Libraries.Docs.Find(typeof(DiscreteSpace<>))!;
        Assert.Equal(source.Element("remarks")!.Value, found.Element("remarks")!.Value);
        Assert.NotEqual(source.Element("summary")!.Value, found.Element("summary")!.Value);
    }

    [Fact]
    public void What_the_framework_declares_leads_to_its_documentation()
    {
        string page = Site.Build(Libraries)["GymSharp.md"];
        Assert.Contains(
            "As [`IDisposable.Dispose`](https://learn.microsoft.com/dotnet/api/system.idisposable.dispose) says.",
            page,
            StringComparison.Ordinal);
    }

    [Fact]
    public void Properties_of_a_record_are_described_by_its_parameters() => Assert.Contains(
        "no value follows this state",
        Find(typeof(Step<>), "Terminated")!.Element("summary")!.Value,
        StringComparison.Ordinal);

    [Fact]
    public void Texts_become_Markdown()
    {
        XElement text = XElement.Parse(
            """
            <remarks>
            One <c>a &lt; b</c>, two_three and <see langword="null"/>; <paramref name="seed"/> for
            <see cref="T:GymSharp.Randomness.Rng"/>, <see cref="T:System.Int32"/> and
            <see cref="M:System.Collections.Generic.List`1.Add(`0)"/>.
            <para><b>Bold</b> <see href="https://example.org">page</see></para>
            <list type="number"><item><term>first</term><description>thing</description></item>
            <item>second</item></list>
            <code>
                if (x)
                    y();
            </code>
            </remarks>
            """,
            LoadOptions.PreserveWhitespace);
        Assert.Equal(
            [
                "One `a < b`, two\\_three and `null`; `seed` for [`Rng`](GymSharp.Randomness.md#rng), "
                    + "[`int`](https://learn.microsoft.com/dotnet/api/system.int32) and "
                    + "[`List<T>.Add`](https://learn.microsoft.com/dotnet/api/system.collections.generic.list-1.add).",
                "**Bold** [page](https://example.org)",
                "1. first: thing\n2. second",
                "```csharp\nif (x)\n    y();\n```",
            ],
            MarkdownText.Blocks(text, Places, typeof(Env)));
    }

    [Fact]
    public void Links_on_the_own_page_are_short()
    {
        const string Id = "M:GymSharp.Env.SaveState";
        Assert.Equal("[`SaveState`](#env-savestate)", Places.Reference(Id, null, typeof(Env)));
        Assert.Equal("[`Env.SaveState`](#env-savestate)", Places.Reference(Id, null, typeof(Gym)));
        Assert.Equal("[`Env.SaveState`](GymSharp.md#env-savestate)", Places.Reference(Id, null, typeof(StateSync)));
        Assert.Equal("[saved](GymSharp.md#env-savestate)", Places.Reference(Id, "saved", typeof(Rng)));
        Assert.Equal("`Unknown`", Places.Reference("T:Other.Unknown", null, typeof(Rng)));
    }

    private static XElement? Find(Type type, string member) =>
        Libraries.Docs.Find(Assert.Single(Surface.Members(type), found => found.Name == member));
}
