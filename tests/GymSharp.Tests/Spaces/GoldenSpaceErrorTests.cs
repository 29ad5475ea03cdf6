using System.Text.Json.Nodes;
using GymSharp.Golden;
using GymSharp.Spaces;

namespace GymSharp.Tests.Spaces;

public sealed class GoldenSpaceErrorTests
{
    // What the compiler refuses in C# can still be asked for in a description.
    private static readonly Dictionary<string, Action> Attempts = new()
    {
        ["Discrete(0)"] = () => _ = new Discrete(0),
        ["Discrete(-1)"] = () => _ = new Discrete(-1),
        ["Discrete(2.0)"] = () => SpaceJson.Read("""{"type":"Discrete","n":2.5}"""),
        ["Discrete(2, start=0.5)"] = () => SpaceJson.Read("""{"type":"Discrete","n":2,"start":0.5}"""),
        ["Discrete(2, dtype=float32)"] = () => _ = new Discrete(2, dtype: DType.Float32),
        ["Box(1, 0)"] = () => _ = new Box<float>(1f, 0f),
        ["Box(nan, 1)"] = () => _ = new Box<float>(float.NaN, 1f),
        ["Box(-inf, inf, uint8)"] = () => Box.Create(DType.UInt8, double.NegativeInfinity, double.PositiveInfinity),
        ["Box(0, 256, uint8)"] = () => Box.Create(DType.UInt8, 0, 256),
        ["Box(low array (2,), high array (3,))"] = () => _ = new Box<float>(new float[2], new float[3]),
        ["Box(zeros(2), ones(2), shape=(3,))"] = () => _ = new Box<float>(new float[2], [1f, 1f], 3),
        ["Box(0, 1, dtype=complex)"] = () =>
            SpaceJson.Read("""{"type":"Box","shape":[1],"dtype":"complex64","low":0,"high":1}"""),
        ["MultiBinary(0)"] = () => _ = new MultiBinary(0),
        ["MultiBinary(1.5)"] = () => SpaceJson.Read("""{"type":"MultiBinary","shape":[1.5]}"""),
        ["MultiDiscrete([0, 2])"] = () => _ = new MultiDiscrete([0, 2]),
        ["MultiDiscrete([2, 2], start=[0])"] = () => _ = new MultiDiscrete([2, 2], [0]),
        ["Text(0)"] = () => _ = new TextSpace(0),
        ["Text(3, min_length=4)"] = () => _ = new TextSpace(3, 4),
        ["Text(3, min_length=-1)"] = () => _ = new TextSpace(3, -1),
        ["Text(3, charset={'ab'})"] = () => _ = new TextSpace(3, 1, new HashSet<string> { "ab" }),
        ["Tuple(('x',))"] = () => SpaceJson.Read("""{"type":"Tuple","spaces":["x"]}"""),
        ["Dict({'a': 1})"] = () => SpaceJson.Read("""{"type":"Dict","spaces":[["a",1]]}"""),
        ["OneOf(())"] = () => _ = new OneOfSpace(),
        ["Sequence(1)"] = () => SpaceJson.Read("""{"type":"Sequence","feature":1,"stack":false}"""),
        ["Box.sample(mask)"] = () => new Box<float>(0f, 1f).Sample(new sbyte[] { 1 }),
        ["Discrete(3).sample(mask and probability)"] = () =>
            new Discrete(3).Sample(new sbyte[] { 1, 1, 1 }, new[] { 1.0, 0.0, 0.0 }),
        ["Discrete(3).seed(-1)"] = () => new Discrete(3).SeedWith(SpaceSeed.Of(-1L)),
        ["Discrete(3).seed(1.5)"] = () => throw (typeof(SpaceSeed).GetMethod("op_Implicit", [typeof(double)]) is null
            ? new InvalidOperationException("No seed can be made of a floating-point number.")
            : new MissingMethodException()),
    };

    // Gymnasium's text is about Python types, or NumPy's way to write a number; ours says the same in its own words.
    private static readonly Dictionary<string, string> OwnWords = new()
    {
        ["Discrete(2.0)"] = "Expected a whole number of type int64, but found 2.5.",
        ["Discrete(2, start=0.5)"] = "Expected a whole number of type int64, but found 0.5.",
        ["Box(nan, 1)"] = "No low value can be equal to `np.nan`",
        ["Box(0, 256, uint8)"] = "Box high is out of bounds of the dtype range, high=256.0, max dtype=255",
        ["Box(0, 1, dtype=complex)"] = "'complex64' is not an element type; expected one of bool, int8",
        ["MultiBinary(1.5)"] = "Expected a whole number of type int32, but found 1.5.",
        ["Tuple(('x',))"] = "Expected an object that describes a space, but found \"x\".",
        ["Dict({'a': 1})"] = "Expected an object that describes a space, but found 1.",
        ["Sequence(1)"] = "Expected an object that describes a space, but found 1.",
        ["Discrete(3).seed(1.5)"] = "No seed can be made of a floating-point number.",
    };

    private static readonly JsonArray Recorded = GoldenData.Load("spaces/errors").AsArray();

    private static readonly JsonArray Pairs = GoldenData.Load("spaces/equality").AsArray();

    public static TheoryData<string> Mistakes => [.. Recorded.Select(entry => entry!["what"]!.GetValue<string>())];

    public static TheoryData<string> Comparisons => [.. Pairs.Select(entry => entry!["what"]!.GetValue<string>())];

    [Theory]
    [MemberData(nameof(Mistakes))]
    public void What_gymnasium_refuses_is_refused(string what)
    {
        JsonNode entry = Recorded.First(entry => entry!["what"]!.GetValue<string>() == what)!;
        Exception raised = Assert.ThrowsAny<Exception>(Attempts[what]);
        Assert.True(raised is ArgumentException or FormatException or InvalidOperationException, raised.ToString());
        string facts = OwnWords.GetValueOrDefault(what) ?? entry["raised"]!["message"]!.GetValue<string>();
        Assert.StartsWith(facts, raised.Message);
    }

    [Theory]
    [MemberData(nameof(Comparisons))]
    public void Equality_is_gymnasiums(string what)
    {
        JsonNode entry = Pairs.First(entry => entry!["what"]!.GetValue<string>() == what)!;
        Space left = SpaceJson.Read(entry["left"]);
        Space right = SpaceJson.Read(entry["right"]);
        bool equal = entry["equal"]!.GetValue<bool>();
        Assert.Equal(equal, left.Equals(right));
        Assert.Equal(equal, right.Equals(left));
        Assert.True(!equal || left.GetHashCode() == right.GetHashCode());
    }
}
