using System.Text.Json.Nodes;
using GymSharp.Golden;
using GymSharp.Randomness;

namespace GymSharp.Mujoco.Tests;

public sealed class RoboschoolModelsTests
{
    private static readonly string[] Names =
    [
        "roboschool_ant", "roboschool_half_cheetah", "roboschool_hopper", "roboschool_humanoid", "roboschool_walker2d",
    ];

    [Fact]
    public void The_humanoid_has_the_published_joints_and_torques()
    {
        JsonNode facts = GoldenData.Load("mujoco/facts_roboschool_humanoid");
        using MujocoModel model = MujocoModels.Load("roboschool_humanoid");
        Assert.Equal(facts["timestep"]!.GetValue<double>(), model.Timestep);
        Assert.Equal(-facts["gravity"]!.GetValue<double>(), model.OptionView.Named("gravity").ToDoubles()[2]);
        Assert.Equal(facts["joints"]!.AsArray().Count, model.Nu);
        foreach (JsonNode? fact in facts["joints"]!.AsArray())
        {
            string name = fact!["name"]!.GetValue<string>();
            int motor = fact["index"]!.GetValue<int>();
            int joint = model.JointId(name);
            Assert.Equal(motor, model.ActuatorId(name));
            Assert.Equal(fact["torque_per_unit_action"]!.GetValue<double>(), model.ActuatorGear[6 * motor], 1e-9);
            Assert.Equal([-1, 1], model.ActuatorControlRange.Slice(2 * motor, 2).ToArray());
            Assert.Equal(
                fact["range_radians"]!.AsArray().Select(limit => limit!.GetValue<double>()),
                model.JointRange.Slice(2 * joint, 2).ToArray());
        }
    }

    [Fact]
    public void Motors_stand_in_the_joints_order_and_steps_are_as_long_as_the_originals()
    {
        foreach (string name in Names)
        {
            using MujocoModel model = MujocoModels.Load(name);
            int[] joints = [.. model.Array("actuator_trnid").As<int>().ToArray().Where((_, i) => i % 2 == 0)];
            Assert.Equal(Enumerable.Range(model.NJoint - model.Nu, model.Nu), joints);
            Assert.Equal(0.0165 / 4, model.Timestep);
        }
    }

    [Fact]
    public void Full_torques_do_not_break_the_simulation()
    {
        foreach (string name in Names)
        {
            using MujocoModel model = MujocoModels.Load(name);
            using MujocoData data = new(model);
            Rng random = new(1);
            for (int step = 0; step < 500; step++)
            {
                for (int i = 0; i < model.Nu; i++)
                {
                    data.Ctrl[i] = random.Random() < 0.5 ? -1 : 1;
                }

                data.Step(4);
            }

            foreach (double speed in data.Qvel)
            {
                Assert.InRange(speed, -100, 100);
            }
        }
    }
}
