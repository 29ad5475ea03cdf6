using FsCheck;
using FsCheck.Fluent;
using GymSharp.State;

namespace GymSharp.Mujoco.Tests;

public sealed class StateTests
{
    [Fact]
    public void A_restored_simulation_reads_and_goes_on_the_same() => Prop.ForAll(
        ArbMap.Default.ArbFor<int>(), ArbMap.Default.ArbFor<PositiveInt>(), (seed, steps) =>
        {
            using MujocoModel model = MujocoModel.FromXml(TestModels.Walker);
            using MujocoData first = Moved(model, seed, steps.Get);
            byte[] state = Save(first);
            using MujocoData second = Moved(model, seed + 1, 150);
            Restore(second, state);
            Same(first, second);
            first.RnePostConstraint();
            second.RnePostConstraint();
            Same(first, second);
            first.Step(40);
            second.Step(40);
            first.RnePostConstraint();
            second.RnePostConstraint();
            Same(first, second);
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(40));

    [Fact]
    public void The_state_of_another_model_is_refused()
    {
        using MujocoModel ball = MujocoModel.FromXml(TestModels.Ball);
        using MujocoModel walker = MujocoModel.FromXml(TestModels.Walker);
        using MujocoData first = new(ball);
        using MujocoData second = Moved(walker, 3, 100);
        double[] before = second.Qpos.ToArray();
        string message = Assert.Throws<StateFormatException>(() => Restore(second, Save(first))).Message;
        Assert.Contains("nq is 7, not 9", message, StringComparison.Ordinal);
        Assert.Equal(before, second.Qpos.ToArray());
    }

    [Fact]
    public void Damaged_state_is_refused_and_changes_nothing() => Prop.ForAll(
        ArbMap.Default.ArbFor<PositiveInt>(), ArbMap.Default.ArbFor<byte>(), (where, value) =>
        {
            using MujocoModel model = MujocoModel.FromXml(TestModels.Walker);
            using MujocoData data = Moved(model, 1, 200);
            byte[] state = Save(data);
            byte[] damaged = [.. state];
            damaged[where.Get * 37 % damaged.Length] ^= (byte)(value | 1);
            data.Step(10);
            double[] before = data.Qpos.ToArray();
            Assert.Throws<StateFormatException>(() => Restore(data, damaged));
            Assert.Equal(before, data.Qpos.ToArray());
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(20));

    private static MujocoData Moved(MujocoModel model, int seed, int steps)
    {
        MujocoData data = new(model);
        data.UserData.Fill(seed);
        for (int i = 0; i < Math.Min(steps, 400); i++)
        {
            data.Ctrl.Fill(Math.Sin((0.1 * i) + seed));
            data.MocapPos[0] = Math.Cos(i);
            data.Step();
        }

        return data;
    }

    private static byte[] Save(MujocoData data)
    {
        StateSync sync = StateSync.ForWriting();
        data.Sync(sync);
        return sync.ToArray();
    }

    private static void Restore(MujocoData data, byte[] state)
    {
        StateSync sync = StateSync.ForReading(state);
        data.Sync(sync);
        sync.ExpectEnd();
    }

    private static void Same(MujocoData expected, MujocoData actual)
    {
        Assert.Equal(expected.Time, actual.Time);
        foreach (string name in new[]
                 {
                     "qpos", "qvel", "act", "qacc", "qacc_warmstart", "ctrl", "mocap_pos", "xpos", "xquat", "xmat",
                     "xipos", "geom_xpos", "geom_xmat", "site_xpos", "sensordata", "subtree_com", "cinert", "cvel", "ten_length",
                     "ten_velocity", "actuator_force", "qfrc_actuator", "qfrc_constraint", "cacc", "cfrc_int",
                     "cfrc_ext",
                 })
        {
            Assert.Equal(expected.Array(name).ToDoubles(), actual.Array(name).ToDoubles());
        }
    }
}
