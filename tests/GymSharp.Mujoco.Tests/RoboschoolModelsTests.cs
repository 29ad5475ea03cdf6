using GymSharp.Mujoco.Roboschool;
using GymSharp.Randomness;

namespace GymSharp.Mujoco.Tests;

public sealed class RoboschoolModelsTests
{
    [Fact]
    public void Nothing_slides_easier_or_harder_on_the_floor_than_was_published()
    {
        foreach (RoboschoolTask task in RoboschoolTasks.All)
        {
            using MujocoModel model = MujocoModel.FromXml(RoboschoolModel.Xml(task), task.Name);
            double[] friction = model.Array("geom_friction").ToDoubles();
            double expected = task.Name.Contains("Ant", StringComparison.Ordinal) ? 1.5 : 0.8;
            Assert.All(Enumerable.Range(0, friction.Length / 3), geom => Assert.Equal(expected, friction[3 * geom]));
        }
    }

    [Fact]
    public void Motors_stand_in_the_joints_order_and_steps_are_as_long_as_the_originals()
    {
        foreach (RoboschoolTask task in RoboschoolTasks.All)
        {
            using MujocoModel model = MujocoModel.FromXml(RoboschoolModel.Xml(task), task.Name);
            int[] joints = [.. model.Array("actuator_trnid").As<int>().ToArray().Where((_, i) => i % 2 == 0)];
            Assert.Equal(Enumerable.Range(model.NJoint - model.Nu, model.Nu), joints);
            Assert.Equal(0.0165 / 4, model.Timestep);
        }
    }

    [Fact]
    public void Full_torques_do_not_break_the_simulation()
    {
        foreach (RoboschoolTask task in RoboschoolTasks.All)
        {
            using MujocoModel model = MujocoModel.FromXml(RoboschoolModel.Xml(task), task.Name);
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
