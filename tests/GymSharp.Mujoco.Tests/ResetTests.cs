using GymSharp.Mujoco.Native;
using GymSharp.State;

namespace GymSharp.Mujoco.Tests;

/// <summary>A simulation that was put back is as good as new: bit for bit, in every model there is.</summary>
public sealed class ResetTests
{
    public static TheoryData<string> Models => [.. MujocoModels.Names, "walker"];

    [Theory]
    [MemberData(nameof(Models))]
    public void A_used_simulation_is_as_a_new_one_after_a_reset(string name)
    {
        using MujocoModel model = Load(name);
        using MujocoData used = new(model);
        using MujocoData fresh = new(model);
        Play(used, seed: 1, steps: 150);
        used.RnePostConstraint();
        used.UserData.Fill(3);
        used.Array("mocap_pos").As<double>().Fill(0.7);
        used.Array("xfrc_applied").As<double>().Fill(0.01);
        used.Reset();

        Assert.Equal(Kept(fresh), Kept(used));
        Assert.Equal(0, used.ContactCount);
        Assert.Equal(fresh.Integer("nbuffer"), used.Integer("nbuffer"));
        used.Forward();
        fresh.Forward();
        Assert.Equal(Save(fresh), Save(used));
        for (int i = 0; i < 5; i++)
        {
            Play(used, seed: i, steps: 30);
            Play(fresh, seed: i, steps: 30);
            Assert.Equal(Save(fresh), Save(used));
        }
    }

    [Fact]
    public void A_reset_reads_the_first_pose_that_the_model_has_by_then()
    {
        using MujocoModel model = Load("walker");
        using MujocoData data = new(model);
        data.Step(20);
        model.Array("qpos0").As<double>()[2] = 0.75;
        model.Array("body_pos").As<double>()[3] = 0.25;
        data.Reset();
        Assert.Equal(0.75, data.Qpos[2]);
        Assert.Equal(0.25, data.MocapPos[0]);
    }

    [Fact]
    public void A_simulation_that_failed_is_as_a_new_one()
    {
        using MujocoModel model = Load("walker");
        using MujocoData failed = new(model);
        using MujocoData fresh = new(model);
        Play(failed, seed: 2, steps: 100);
        failed.Qvel[3] = double.NaN;
        Assert.Throws<MujocoException>(() => failed.Step());
        Assert.Equal(Kept(fresh), Kept(failed));
        failed.Forward();
        fresh.Forward();
        Assert.Equal(Save(fresh), Save(failed));
    }

    private static MujocoModel Load(string name) =>
        name == "walker" ? MujocoModel.FromXml(TestModels.Walker) : MujocoModels.Load(name);

    private static void Play(MujocoData data, int seed, int steps)
    {
        Random random = new(seed);
        for (int i = 0; i < steps; i++)
        {
            foreach (ref double control in data.Ctrl)
            {
                control = (2 * random.NextDouble()) - 1;
            }

            data.Step();
        }
    }

    // Every array that does not grow with contacts and constraints.
    private static Dictionary<string, double[]> Kept(MujocoData data) => data.Model.Api.Layout["mjData"].Members
        .Where(member => member is { IsPointer: true, IsInArena: false, ElementSize: > 0 } && member.Name != "stack")
        .Where(member => !IsOfConstraints(member))
        .ToDictionary(member => member.Name, member => data.Array(member.Name).ToDoubles());

    private static bool IsOfConstraints(NativeMember member) =>
        new[] { member.Rows, member.Columns }.Intersect(["njmax", "nconmax"]).Any();

    // What a step starts from and what the last one derived, of contacts and constraints the rows in use.
    private static byte[] Save(MujocoData data)
    {
        StateSync sync = StateSync.ForWriting();
        data.Sync(sync);
        return sync.ToArray();
    }
}
