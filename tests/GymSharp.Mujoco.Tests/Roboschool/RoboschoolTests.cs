using System.Text.Json.Nodes;
using GymSharp.Golden;
using GymSharp.Mujoco.Roboschool;
using GymSharp.Randomness;
using GymSharp.Registration;
using GymSharp.Testing;

namespace GymSharp.Mujoco.Tests.Roboschool;

/// <summary>Roboschool's walkers: the published numbers, and what each part of observation and reward says.</summary>
public sealed class RoboschoolTests
{
    private const int FirstJoint = 8;
    private static readonly JsonNode Facts = GoldenData.Load("mujoco/facts_roboschool_humanoid");

    public static TheoryData<string> Ids
    {
        get
        {
            EnvRegistry registry = new();
            RoboschoolFamily.Register(registry);
            return [.. registry.Specs.Select(spec => spec.Id)];
        }
    }

    [Theory]
    [MemberData(nameof(Ids))]
    public void Every_rule_for_environments_holds(string id)
    {
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
    [InlineData("RoboschoolHopper-v1", 15, 3)]
    [InlineData("RoboschoolWalker2d-v1", 22, 6)]
    [InlineData("RoboschoolHalfCheetah-v1", 26, 6)]
    [InlineData("RoboschoolAnt-v1", 28, 8)]
    [InlineData("RoboschoolHumanoid-v1", 44, 17)]
    public void Sizes_are_the_published_ones(string id, int observation, int action)
    {
        using Env<float[], float[]> env = Make(id);
        Assert.Equal($"Box(-inf, inf, ({observation},), float32)", env.ObservationSpace.ToString());
        Assert.Equal($"Box(-1.0, 1.0, ({action},), float32)", env.ActionSpace.ToString());
        Assert.Equal(1000, env.Spec!.MaxEpisodeSteps);
    }

    [Fact]
    public void The_humanoid_has_the_published_motors_and_joints()
    {
        using Env<float[], float[]> env = Make("RoboschoolHumanoid-v1");
        MujocoModel model = ((IMujocoScene)env.Unwrapped).Model;
        int motor = 0;
        foreach (JsonNode? joint in Facts["joints"]!.AsArray())
        {
            int id = model.JointId(joint!["name"]!.GetValue<string>());
            Assert.Equal(joint["torque_per_unit_action"]!.GetValue<double>(), model.ActuatorGear[6 * motor], 1e-9);
            Assert.Equal(id, model.Array("actuator_trnid").As<int>()[2 * motor]);
            for (int bound = 0; bound < 2; bound++)
            {
                Assert.Equal(
                    joint["range_radians"]![bound]!.GetValue<double>(), model.JointRange[(2 * id) + bound], 1e-12);
            }

            motor++;
        }

        Assert.Equal(model.Nu, motor);
        Assert.Equal(Facts["timestep"]!.GetValue<double>(), model.Timestep);
        Assert.Equal(-Facts["gravity"]!.GetValue<double>(), model.OptionView.Named("gravity").As<double>()[2]);
        Assert.Equal(Facts["reward_threshold"]!.GetValue<double>(), env.Spec!.RewardThreshold);
        Assert.All(model.Array("jnt_stiffness").As<double>().ToArray(), stiffness => Assert.Equal(0, stiffness));
    }

    [Fact]
    public void A_start_draws_the_joints_and_then_the_yaw()
    {
        using Env<float[], float[]> env = Make("RoboschoolHumanoid-v1");
        env.Reset(5);
        MujocoData data = ((IMujocoScene)env.Unwrapped).Data;
        Rng mirror = new(5);
        for (int i = 0; i < 17; i++)
        {
            Assert.Equal(mirror.Uniform(-0.1, 0.1), data.Qpos[7 + i]);
        }

        double yaw = mirror.Uniform(-Math.PI / 16, Math.PI / 16);
        Assert.Equal(Math.Sin(yaw / 2), data.Qpos[6], 1e-15);
        Assert.Equal([0, 0, 1.4], data.Qpos[..3].ToArray());
    }

    [Fact]
    public void Observations_say_what_the_facts_say()
    {
        using Env<float[], float[]> env = Make("RoboschoolHumanoid-v1");
        MujocoData data = ((IMujocoScene)env.Unwrapped).Data;
        env.ActionSpace.Seed(2);
        float[] observation = env.Reset(2).Observation;
        for (int step = 0; step < 20; step++)
        {
            int torso = data.Model.BodyId("torso");
            Assert.Equal(data.Xipos[(3 * torso) + 2] - 0.8, observation[0], 1e-6);
            Assert.Equal(1, (observation[1] * observation[1]) + (observation[2] * observation[2]), 1e-6);
            int number = 0;
            foreach (JsonNode? joint in Facts["joints"]!.AsArray())
            {
                double low = joint!["range_radians"]![0]!.GetValue<double>();
                double high = joint["range_radians"]![1]!.GetValue<double>();
                double place = 2 * (data.Qpos[7 + number] - (0.5 * (low + high))) / (high - low);
                Assert.Equal(place, observation[FirstJoint + (2 * number)], 1e-5);
                Assert.Equal(0.1 * data.Qvel[6 + number], observation[FirstJoint + (2 * number) + 1], 1e-5);
                number++;
            }

            observation = env.Step(env.ActionSpace.Sample()).Observation;
        }
    }

    [Fact]
    public void The_speed_seen_is_that_of_the_torso()
    {
        using Env<float[], float[]> env = Make("RoboschoolHopper-v1");
        MujocoData data = ((IMujocoScene)env.Unwrapped).Data;
        env.Reset(3);
        int torso = data.Model.BodyId("torso");
        for (int i = 0; i < 15; i++)
        {
            double x = data.Xipos[3 * torso];
            double z = data.Xipos[(3 * torso) + 2];
            float[] observation = env.Step([0.3f, -0.5f, 0.4f]).Observation;
            const double Duration = 0.0165;
            double vx = (data.Xipos[3 * torso] - x) / Duration;
            double vz = (data.Xipos[(3 * torso) + 2] - z) / Duration;

            // The mean over a step against the end of it.
            Assert.Equal(0.3 * vx, observation[3], 0.1);
            Assert.Equal(0.3 * vz, observation[5], 0.1);
            Assert.Equal(0, observation[4]);
        }
    }

    [Fact]
    public void Touching_the_floor_is_seen_one_step_late()
    {
        using Env<float[], float[]> env = Make("RoboschoolHopper-v1");
        MujocoData data = ((IMujocoScene)env.Unwrapped).Data;
        int foot = data.Model.GeomId("foot_geom");
        Assert.Equal(0, env.Reset(1).Observation[^1]);
        bool touchedBefore = false;
        bool hasSeenBoth = false;
        for (int i = 0; i < 40; i++)
        {
            float seen = env.Step(new float[3]).Observation[^1];
            Assert.Equal(touchedBefore ? 1 : 0, seen);
            bool touches = Enumerable.Range(0, data.ContactCount).Any(contact =>
                data.ContactGeoms(contact) is var (first, second) && (first == foot || second == foot));
            hasSeenBoth |= touches && !touchedBefore;
            touchedBefore = touches;
        }

        Assert.True(hasSeenBoth);
    }

    [Fact]
    public void The_reward_is_the_sum_of_its_parts()
    {
        using Env<float[], float[]> env = Make("RoboschoolHumanoid-v1");
        env.ActionSpace.Seed(8);
        env.Reset(8);
        bool hasFallen = false;
        for (int i = 0; i < 60 && !hasFallen; i++)
        {
            float[] action = env.ActionSpace.Sample();
            Step<float[]> step = env.Step(action);
            Assert.Equal(step.Info.Values.Sum(part => (double)part), step.Reward, 1e-12);
            double power = 0;
            double torque = 0;
            int atLimit = 0;
            for (int joint = 0; joint < action.Length; joint++)
            {
                power += Math.Abs(action[joint] * step.Observation[FirstJoint + (2 * joint) + 1]) / action.Length;
                torque += action[joint] * action[joint] / action.Length;
                atLimit += Math.Abs(step.Observation[FirstJoint + (2 * joint)]) > 0.99 ? 1 : 0;
            }

            Assert.Equal((-8.5 * power) - (0.425 * torque), step.Info.Get<double>("reward_electricity"), 1e-4);
            Assert.Equal(-0.2 * atLimit, step.Info.Get<double>("reward_joints_at_limit"), 1e-9);
            hasFallen = step.Terminated;
            Assert.Equal(hasFallen ? -1 : 2, step.Info.Get<double>("reward_alive"));
            Assert.Equal(step.Observation[0] + 0.8 <= 0.78, hasFallen);
        }

        Assert.True(hasFallen);
    }

    [Fact]
    public void A_step_into_given_memory_allocates_nothing()
    {
        using Env<float[], float[]> env = Make("RoboschoolHumanoid-v1");
        float[] observation = env.Reset(1).Observation;
        float[] action = new float[17];
        Assert.Equal(0, Allocations.Of(() =>
        {
            for (int i = 0; i < 20; i++)
            {
                if (env.Step(action, observation).Done)
                {
                    env.Reset(null, null, observation);
                }
            }
        }));
    }

    private static Env<float[], float[]> Make(string id) => Gym.Make<float[], float[]>(id);
}
