using System.Text.Json.Nodes;
using GymSharp.Golden;
using GymSharp.Mujoco.Native;

namespace GymSharp.Mujoco.Tests;

/// <summary>Our MJCF compiles to the very numbers of the reference models, and moves bit for bit as they do.</summary>
public sealed class MujocoModelsTests
{
    // What may differ: how much room there is, and things the physics does not read.
    private static readonly HashSet<string> FreeSizes =
    [
        "nstack", "nbuffer", "nnames", "njmax", "nconmax", "nkey", "ncam", "nlight", "ntex", "ntexdata", "nmat",
        "nnumeric", "nnumericdata",
    ];

    private static readonly Dictionary<string, string> Kinds = new()
    {
        ["body"] = "mjOBJ_BODY",
        ["joint"] = "mjOBJ_JOINT",
        ["geom"] = "mjOBJ_GEOM",
        ["site"] = "mjOBJ_SITE",
        ["tendon"] = "mjOBJ_TENDON",
        ["actuator"] = "mjOBJ_ACTUATOR",
    };

    public static TheoryData<string> References { get; } =
        [.. GoldenData.Names("mujoco/models").Select(static name => name["mujoco/models/".Length..])];

    [Theory]
    [MemberData(nameof(References))]
    public void The_model_compiles_to_the_reference(string name)
    {
        JsonNode golden = GoldenData.Load("mujoco/models/" + name);
        using MujocoModel model = MujocoModels.Load(name);
        List<string> wrong = [];
        foreach ((string size, JsonNode? value) in golden["sizes"]!.AsObject())
        {
            if (!FreeSizes.Contains(size) && !size.StartsWith("nuser_", StringComparison.Ordinal))
            {
                Compare(wrong, size, Numbers(value!), model.Array(size));
            }
        }

        foreach ((string option, JsonNode? value) in golden["opt"]!.AsObject())
        {
            Compare(wrong, "opt." + option, Numbers(value!), model.OptionView.Named(option));
        }

        Compare(wrong, "meaninertia", Numbers(golden["stat"]!["meaninertia"]!), Statistic(model).Named("meaninertia"));
        foreach ((string array, JsonNode? value) in golden["arrays"]!.AsObject())
        {
            if (value!["group"]!.GetValue<string>() is "physics" or "derived")
            {
                Compare(wrong, array, Numbers(value["data"]!), model.Array(array));
            }
        }

        Assert.Empty(wrong);
    }

    [Theory]
    [MemberData(nameof(References))]
    public void Things_have_the_names_of_the_reference(string name)
    {
        JsonNode golden = GoldenData.Load("mujoco/models/" + name);
        using MujocoModel model = MujocoModels.Load(name);
        foreach ((string kind, string constant) in Kinds)
        {
            string?[] expected = [.. (golden["names"]![kind]?.AsArray() ?? []).Select(node => node?.GetValue<string>())];
            Assert.Equal(expected, Enumerable.Range(0, expected.Length).Select(id => model.Name(constant, id)));
        }
    }

    [Theory]
    [MemberData(nameof(References))]
    public void The_model_moves_bit_for_bit_as_the_reference(string name)
    {
        JsonNode probe = GoldenData.Load("mujoco/models/" + name)["probe"]!;
        using MujocoModel model = MujocoModels.Load(name);
        using MujocoData data = new(model);
        data.Reset();
        Numbers(probe["init"]!["qpos"]!).CopyTo(data.Qpos);
        Numbers(probe["init"]!["qvel"]!).CopyTo(data.Qvel);
        Numbers(probe["init"]!["ctrl"]!).CopyTo(data.Ctrl);
        List<string> wrong = [];
        data.Forward();
        Compare(wrong, "after_forward", probe, data);
        data.Step(20);
        Compare(wrong, "after_20_steps", probe, data);
        data.RnePostConstraint();
        Compare(wrong, "after_rnePostConstraint", probe, data);
        Assert.Empty(wrong);
    }

    [Fact]
    public void Every_model_compiles()
    {
        Assert.Superset(GoldenNames(), new HashSet<string>(MujocoModels.Names));
        foreach (string name in MujocoModels.Names)
        {
            using MujocoModel model = MujocoModels.Load(name);
            Assert.True(model.Nv > 0, name);
        }
    }

    [Fact]
    public void An_unknown_name_is_answered_with_the_nearest()
    {
        MujocoException error = Assert.Throws<MujocoException>(() => MujocoModels.Load("hoper"));
        Assert.Contains("'hopper'", error.Message, StringComparison.Ordinal);
        Assert.Throws<MujocoException>(() => MujocoModels.Xml("scene"));
    }

    private static HashSet<string> GoldenNames() =>
        [.. GoldenData.Names("mujoco/models").Select(static name => name["mujoco/models/".Length..])];

    private static unsafe NativeView Statistic(MujocoModel model) =>
        new((nint)model.View.Address("stat"), model.Api.Layout["mjStatistic"]);

    private static double[] Numbers(JsonNode node) => node is JsonArray array
        ? [.. array.Select(static element => element!.GetValue<double>())]
        : [node.GetValue<double>()];

    private static void Compare(List<string> wrong, string stage, JsonNode probe, MujocoData data)
    {
        foreach ((string scalar, JsonNode? value) in probe[stage]!["scalars"]?.AsObject() ?? [])
        {
            Compare(wrong, $"{stage}.{scalar}", Numbers(value!), data.Array(scalar));
        }

        foreach ((string array, JsonNode? value) in probe[stage]!["arrays"]!.AsObject())
        {
            Compare(wrong, $"{stage}.{array}", Numbers(value!["data"]!), data.Array(array));
        }
    }

    private static void Compare(List<string> wrong, string what, double[] expected, NamedArray actual)
    {
        double[] numbers = actual.ToDoubles();
        for (int i = 0; i < expected.Length; i++)
        {
            // Written as equality, so that a NaN never passes and a zero's sign does not count.
            if (i >= numbers.Length || !(numbers[i] == expected[i]))
            {
                string found = i < numbers.Length ? $"{numbers[i]:R}" : "nothing";
                wrong.Add($"{what}[{i}] is {found}, not {expected[i]:R}");
                return;
            }
        }
    }
}
