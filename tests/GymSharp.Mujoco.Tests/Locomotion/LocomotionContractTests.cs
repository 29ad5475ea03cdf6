using GymSharp.Mujoco.Locomotion;
using GymSharp.Registration;
using GymSharp.Testing;
using GymSharp.Vector;

namespace GymSharp.Mujoco.Tests.Locomotion;

/// <summary>What holds for every task: the rules of environments, bad input, memory.</summary>
public sealed class LocomotionContractTests
{
    public static TheoryData<string> Ids { get; } = [.. Specs().Select(spec => spec.Id)];

    // The versions of a task are one class.
    public static TheoryData<string> Tasks { get; } =
        [.. Specs().Where(spec => spec.Version == 5 || spec.Name == "Ant").Select(spec => spec.Id)];

    [Theory]
    [MemberData(nameof(Tasks))]
    public void Every_rule_for_environments_holds(string id)
    {
        // Short episodes and small pictures: the rules are the same.
        Dictionary<string, object?> arguments = new(StringComparer.Ordinal)
        {
            ["max_episode_steps"] = 40,
            ["width"] = 32,
            ["height"] = 24,
            ["renderer"] = "canvas",
        };
        List<ConformanceResult> results = [.. EnvConformance.Check(id, arguments)];
        Assert.NotEmpty(results);
        Assert.All(results, result => Assert.Null(result.Problem));
    }

    [Theory]
    [MemberData(nameof(Ids))]
    public void A_step_into_given_memory_allocates_nothing(string id)
    {
        using Env<double[], float[]> env = Make(id);
        float[] action = new float[((Spaces.Box<float>)env.ActionSpace).Low.Length];
        double[] observation = env.Reset(1).Observation;
        env.Step(action);
        Assert.Equal(0, Allocations.Of(() =>
        {
            for (int i = 0; i < 40; i++)
            {
                if (env.Step(action, observation).Done)
                {
                    env.Reset(null, null, observation);
                }
            }
        }));
    }

    [Theory]
    [InlineData("Ant-v5")]
    [InlineData("Humanoid-v5")]
    [InlineData("Hopper-v4")]
    public void A_kept_info_keeps_its_values(string id)
    {
        using Env<double[], float[]> env = Make(id);
        env.ActionSpace.Seed(4);
        env.Reset(4);
        Info kept = env.Step(env.ActionSpace.Sample()).Info;
        string[] before = [.. kept.Select(entry => Text(entry.Value))];
        env.Step(env.ActionSpace.Sample());
        env.Reset();
        Assert.NotEmpty(before);
        Assert.Equal(before, kept.Select(entry => Text(entry.Value)));
    }

    [Theory]
    [InlineData(float.NaN)]
    [InlineData(float.PositiveInfinity)]
    [InlineData(-2e10f)]
    public void A_control_that_no_motor_can_do_is_refused_and_changes_nothing(float control)
    {
        using Env<double[], float[]> env = Make("Hopper-v5");
        env.Reset(1);
        env.Step([0.1f, 0.2f, 0.3f]);
        byte[] before = env.SaveState();
        InvalidActionException error =
            Assert.Throws<InvalidActionException>(() => env.Step([0, control, 0]));
        Assert.Contains("finite", error.Message, StringComparison.Ordinal);
        Assert.Throws<InvalidActionException>(() => env.Step([0, 0]));
        Assert.Equal(before, env.SaveState());
    }

    [Fact]
    public void A_simulation_that_bursts_is_an_error_and_needs_a_reset()
    {
        using HopperEnv env = new(new HopperOptions { TerminateWhenUnhealthy = false });
        env.Reset(1);
        env.Data.Qvel[2] = double.NaN;
        Assert.Throws<MujocoException>(() => env.Step([0, 0, 0]));
        Assert.Throws<ResetNeededException>(() => env.Step([0, 0, 0]));
        env.Reset(1);
        Assert.True(double.IsFinite(env.Step([0, 0, 0]).Reward));
    }

    [Theory]
    [InlineData("Hopper-v5", "ant.xml", "begin with slide, slide, hinge")]
    [InlineData("Ant-v5", "hopper.xml", "begin with free")]
    [InlineData("Humanoid-v5", "reacher.xml", "begin with free")]
    [InlineData("Reacher-v5", "pusher.xml", "must be hinge, hinge, slide, slide")]
    [InlineData("Pusher-v5", "reacher.xml", "must be hinge")]
    [InlineData("InvertedPendulum-v5", "inverted_double_pendulum.xml", "must be slide, hinge")]
    [InlineData("InvertedDoublePendulum-v5", "inverted_pendulum.xml", "must be slide, hinge, hinge")]
    public void A_model_of_another_task_is_refused(string id, string file, string complaint)
    {
        ArgumentException error = Assert.Throws<ArgumentException>(() => Make(id, ("xml_file", file)));
        Assert.Contains(complaint, error.Message, StringComparison.Ordinal);
        Assert.Contains(file, error.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("0")]
    [InlineData("-1")]
    public void A_model_in_which_no_time_passes_is_refused(string step)
    {
        string file = Path.GetTempFileName();
        try
        {
            File.WriteAllText(
                file,
                MujocoModels.Xml("half_cheetah").Replace("timestep=\"0.01\"", $"timestep=\"{step}\"", StringComparison.Ordinal));
            MujocoException error = Assert.Throws<MujocoException>(() => Make("HalfCheetah-v5", ("xml_file", file)));
            Assert.Contains($"has a time step of {step} s. Give it one above 0", error.Message, StringComparison.Ordinal);
        }
        finally
        {
            File.Delete(file);
        }
    }

    [Fact]
    public void A_shared_model_that_somebody_disposed_is_not_handed_out_again()
    {
        using Env env = Make("Swimmer-v5");
        ((IMujocoScene)env.Unwrapped).Model.Dispose();
        using Env other = Make("Swimmer-v5");
        other.ResetValue(seed: 1);
        Assert.NotSame(((IMujocoScene)env.Unwrapped).Model, ((IMujocoScene)other.Unwrapped).Model);
    }

    [Fact]
    public void A_model_without_the_bodies_or_motors_of_the_task_is_refused()
    {
        const string Joints = "<joint name='j'/><joint axis='0 1 0'/><joint type='slide'/>"
            + "<joint type='slide' axis='0 1 0'/><geom size='1'/>";
        string noBody = Complaint($"<body name='target'>{Joints}</body>");
        Assert.Contains("no body 'fingertip'", noBody, StringComparison.Ordinal);
        Assert.Contains("no actuator", Complaint($"<body>{Joints}</body>", motor: ""), StringComparison.Ordinal);
        Assert.Contains("does not compile", Complaint("<bod/>"), StringComparison.Ordinal);

        static string Complaint(string body, string motor = "<motor joint='j' ctrllimited='true' ctrlrange='-1 1'/>")
        {
            string file = Path.Combine(Path.GetTempPath(), Path.GetRandomFileName() + ".xml");
            File.WriteAllText(
                file,
                $"<mujoco><worldbody>{body}</worldbody><actuator>{motor}</actuator></mujoco>");
            try
            {
                return Assert.ThrowsAny<Exception>(() => Make("Reacher-v5", ("xml_file", file))).Message;
            }
            finally
            {
                File.Delete(file);
            }
        }
    }

    [Theory]
    [InlineData("xml_file", "nowhere.xml", "nowhere.xml")]
    [InlineData("frame_skip", 0, "at least 1")]
    [InlineData("reset_noise_scale", -0.1, "at least 0")]
    [InlineData("healthy_z_range", 1.0, "two numbers")]
    [InlineData("healthy_z_range", "inf", "two numbers")]
    [InlineData("main_body", 14, "0 to 13")]
    [InlineData("main_body", "aux_9", "aux_1")]
    [InlineData("ctrl_cost_weight", "much", "number")]
    [InlineData("default_camera_config", "distanc=1", "distance")]
    [InlineData("default_camera_config", "lookat=1,2", "three")]
    [InlineData("default_camera_config", "distance=far", "no number")]
    [InlineData("visual_options", "a=true", "flags")]
    [InlineData("width", 0, "at least 1")]
    [InlineData("use_contact_forces", true, "no argument")]
    public void A_wrong_argument_is_told(string name, object value, string complaint)
    {
        Exception error = Assert.ThrowsAny<Exception>(() => Make("Ant-v5", (name, value)));
        Assert.Contains(complaint, error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Arguments_of_pictures_are_read()
    {
        using Env<double[], float[]> env = Make(
            "Ant-v5",
            ("width", 100),
            ("height", 50),
            ("camera_name", "track"),
            ("max_geom", 7),
            ("default_camera_config", "distance=2.5;lookat=1,2,3;type=1"),
            ("visual_options", new Dictionary<int, bool> { [3] = true }));
        ViewOptions view = ((IMujocoScene)env.Unwrapped).View;
        Assert.Equal((100, 50, "track", 7), (view.Width, view.Height, view.CameraName, view.MaximumGeoms));
        Assert.Equal((2.5, 1, -20), (view.Camera.Distance, view.Camera.Kind, view.Camera.Elevation ?? -20));
        Assert.Equal([1, 2, 3], view.Camera.LookAt!);
        Assert.True(view.Flags[3]);
    }

    [Fact]
    public void Forces_are_there_for_those_who_read_them()
    {
        using HopperEnv env = new(new HopperOptions());
        using MujocoData mirror = new(env.Model);
        env.Reset(2);
        bool hasForce = false;
        for (int i = 0; i < 12; i++)
        {
            env.Data.Qpos.CopyTo(mirror.Qpos);
            env.Data.Qvel.CopyTo(mirror.Qvel);
            env.Data.QaccWarmstart.CopyTo(mirror.QaccWarmstart);
            mirror.Ctrl.Fill(0.5);
            mirror.Step(4);
            mirror.RnePostConstraint();
            env.Step([0.5f, 0.5f, 0.5f]);
            Assert.Equal(mirror.CfrcExt.ToArray(), env.Data.CfrcExt.ToArray());
            Assert.Equal(mirror.Cacc.ToArray(), env.Data.Cacc.ToArray());
            hasForce |= env.Data.CfrcExt.IndexOfAnyExcept(0) >= 0;
        }

        Assert.True(hasForce);
        env.Reset();
        Assert.All(env.Data.CfrcExt.ToArray(), force => Assert.Equal(0, force));
    }

    [Fact]
    public void Environments_of_one_kind_share_a_model()
    {
        using Env<double[], float[]> one = Make("Ant-v5");
        using Env<double[], float[]> other = Make("Ant-v4");
        Assert.Same(((IMujocoScene)one.Unwrapped).Model, ((IMujocoScene)other.Unwrapped).Model);
    }

    [Theory]
    [InlineData(AutoresetMode.NextStep)]
    [InlineData(AutoresetMode.SameStep)]
    public void A_batch_on_two_threads_equals_single_environments(AutoresetMode autoreset)
    {
        const int Count = 5;
        using VectorEnv<double, float> threads = Batch(2);
        using VectorEnv<double, float> alone = Batch(1);
        StepBatch<double> one = threads.CreateBatch();
        StepBatch<double> other = alone.CreateBatch();
        threads.Reset(one.Observations, seed: 7);
        alone.Reset(other.Observations, seed: 7);
        Randomness.Rng rng = new(3);
        float[] actions = new float[Count * 3];
        for (int t = 0; t < 60; t++)
        {
            rng.Random(actions);
            threads.Step(actions, one);
            alone.Step(actions, other);
            Assert.Equal(other.Observations, one.Observations);
            Assert.Equal(other.Rewards, one.Rewards);
            Assert.Equal(other.Terminated, one.Terminated);
        }

        VectorEnv<double, float> Batch(int workers) => Gym.MakeVec<double, float>("Hopper-v5", Count, new MakeVecOptions
        {
            Mode = VectorizationMode.Parallel,
            Workers = workers,
            Autoreset = autoreset,
        });
    }

    [Fact]
    public void Steps_of_a_batch_allocate_nothing_resets_included()
    {
        using VectorEnv<double, float> envs = Gym.MakeVec<double, float>("Hopper-v5", 3, new MakeVecOptions
        {
            Mode = VectorizationMode.Sync,
            Autoreset = AutoresetMode.SameStep,
        });
        StepBatch<double> batch = envs.CreateBatch();
        float[] actions = [1, -1, 1, 0, 0, 0, -1, 1, 1];
        envs.Reset(batch.Observations, seed: 1);
        int ends = 0;
        Assert.Equal(0, Allocations.Of(() =>
        {
            for (int i = 0; i < 100; i++)
            {
                envs.Step(actions, batch);
                ends += batch.DoneAt(0) ? 1 : 0;
            }
        }));
        Assert.True(ends > 0);
    }

    private static EnvSpec[] Specs()
    {
        EnvRegistry registry = new();
        LocomotionFamily.Register(registry);
        return [.. registry.Specs];
    }

    private static Env<double[], float[]> Make(string id, params (string Name, object? Value)[] arguments)
    {
        using IDisposable quiet = GymLog.Capture(static _ => { });
        return Gym.Make<double[], float[]>(id, new MakeOptions
        {
            Arguments = arguments.ToDictionary(pair => pair.Name, pair => pair.Value),
        });
    }

    private static string Text(object value) =>
        value is double[] list ? string.Join(' ', list) : Convert.ToString(value)!;
}
