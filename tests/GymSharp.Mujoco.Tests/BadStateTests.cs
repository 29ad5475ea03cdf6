using GymSharp.Mujoco.Native;

namespace GymSharp.Mujoco.Tests;

public sealed class BadStateTests
{
    [Theory]
    [InlineData(double.NaN)]
    [InlineData(double.PositiveInfinity)]
    public void A_control_that_is_not_finite_ends_as_an_error(double control)
    {
        Check(data => data.Ctrl[1] = control, "the control of actuator 1 'right_motor' is ");
        using MujocoModel model = MujocoModel.FromXml(TestModels.Walker);
        using MujocoData data = new(model);
        data.Ctrl[1] = control;
        Assert.Throws<MujocoException>(data.Forward);
    }

    [Fact]
    public void A_position_that_is_not_finite_ends_as_an_error() =>
        Check(data => data.Qpos[8] = double.NaN, "position 8 (joint 'right_hip') is NaN");

    [Fact]
    public void A_velocity_beyond_all_bounds_ends_as_an_error() =>
        Check(data => data.Qvel[4] = -1e11, "velocity 4 (joint 'root') is NaN or beyond 1e10");

    [Fact]
    public void A_force_that_is_not_finite_ends_as_an_error() =>
        Check(data => data.XfrcApplied[12] = double.NaN, "acceleration 0 (joint 'root') is NaN");

    [Fact]
    public void A_bad_state_in_the_first_of_many_steps_is_not_forgotten()
    {
        using MujocoModel model = MujocoModel.FromXml(TestModels.Walker);
        using MujocoData data = new(model);
        data.Qvel[0] = 1e12;
        Assert.Throws<MujocoException>(() => data.Step(50));
    }

    [Fact]
    public void Warnings_are_passed_on_and_write_no_file()
    {
        using MujocoModel model = MujocoModel.FromXml(
            TestModels.Walker.Replace("<worldbody>", "<size nconmax='1'/><worldbody>", StringComparison.Ordinal));
        using MujocoData data = new(model);
        data.Qpos[2] = 0.1;
        List<string> warnings = [];
        using (GymLog.Capture(warnings.Add))
        {
            data.Step(3);
        }

        Assert.Contains("contact", Assert.Single(warnings), StringComparison.OrdinalIgnoreCase);
        Assert.False(File.Exists("MUJOCO_LOG.TXT"));
    }

    [Fact]
    public void A_stack_that_is_too_small_ends_as_an_error()
    {
        using MujocoModel model = MujocoModel.FromXml(
            TestModels.Walker.Replace("<worldbody>", "<size nstack='400'/><worldbody>", StringComparison.Ordinal));
        using MujocoData data = new(model);
        data.Qpos[2] = 0.1;
        string message = Assert.Throws<MujocoException>(() => data.Step(20)).Message;
        Assert.Contains("Stack overflow", message, StringComparison.Ordinal);
        Assert.Contains("nstack", message, StringComparison.Ordinal);
        Assert.Equal(0, data.Time);
    }

    [Fact]
    public void Errors_on_many_threads_stay_apart()
    {
        Parallel.For(0, 200, static number =>
        {
            string message = Assert.Throws<MujocoException>(() => Provoke($"number {number}")).Message;
            Assert.Equal($"MuJoCo met an error: number {number}", message);
        });
    }

    [Fact]
    public unsafe void Where_no_jump_is_possible_the_thread_is_left_behind()
    {
        nint function = MujocoLibrary.Api.Export("mju_error");
        fixed (byte* text = "left behind\0"u8)
        {
            nint address = (nint)text;
            MujocoException error =
                Assert.Throws<MujocoException>(() => AbandonedThread.Call(function, address, 0, 0, 0));
            Assert.Equal("MuJoCo met an error: left behind", error.Message);
        }
    }

    [Fact]
    public void Where_no_jump_is_possible_a_good_call_gives_its_result() =>
        Assert.Equal(222, (int)AbandonedThread.Call(MujocoLibrary.Api.Export("mj_version"), 0, 0, 0, 0));

    private static unsafe void Provoke(string text)
    {
        fixed (byte* message = System.Text.Encoding.UTF8.GetBytes(text + "\0"))
        {
            ErrorGuard.Call(MujocoLibrary.Api.Export("mju_error"), (nint)message);
        }
    }

    // The error names what was bad, and the simulation can be used again.
    private static void Check(Action<MujocoData> spoil, string words)
    {
        using MujocoModel model = MujocoModel.FromXml(TestModels.Walker);
        using MujocoData data = new(model);
        data.Step(20);
        spoil(data);
        string message = Assert.Throws<MujocoException>(() => data.Step(2)).Message;
        Assert.Contains(words, message, StringComparison.Ordinal);
        Assert.Equal(model.Qpos0.ToArray(), data.Qpos.ToArray());
        data.Step(20);
        Assert.Equal(20 * model.Timestep, data.Time, 1e-9);
    }
}
