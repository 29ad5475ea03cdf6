namespace GymSharp.Mujoco.Tests;

public sealed class MujocoDataTests
{
    [Fact]
    public void A_ball_falls_as_gravity_says()
    {
        using MujocoModel model = MujocoModel.FromXml(TestModels.Ball);
        using MujocoData data = new(model);
        data.Step(10);
        Assert.Equal(0.02, data.Time, 1e-12);
        Assert.Equal(-9.81 * 0.02, data.Qvel[2], 1e-12);
        Assert.Equal(2, model.BodyMass[model.BodyId("ball")]);
    }

    [Fact]
    public void Several_steps_at_once_equal_single_ones()
    {
        using MujocoModel model = MujocoModel.FromXml(TestModels.Walker);
        using MujocoData once = new(model);
        using MujocoData singly = new(model);
        once.Ctrl.Fill(0.5);
        singly.Ctrl.Fill(0.5);
        once.Step(200);
        for (int i = 0; i < 200; i++)
        {
            singly.Step();
        }

        Assert.Equal(singly.Qpos.ToArray(), once.Qpos.ToArray());
        Assert.Equal(0.4, once.Time, 1e-9);
    }

    [Fact]
    public void No_step_at_all_is_refused()
    {
        using MujocoModel model = MujocoModel.FromXml(TestModels.Ball);
        using MujocoData data = new(model);
        Assert.Throws<ArgumentOutOfRangeException>(() => data.Step(0));
    }

    [Fact]
    public void A_site_moves_as_its_jacobian_says()
    {
        using MujocoModel model = MujocoModel.FromXml(TestModels.Walker);
        using MujocoData data = new(model);
        data.Qvel[0] = 0.7;
        data.Qvel[6] = 1.5;
        data.Forward();
        double[] linear = new double[3 * model.Nv];
        double[] angular = new double[3 * model.Nv];
        data.SiteJacobian(model.SiteId("left_foot"), linear, angular);
        double forwards = Enumerable.Range(0, model.Nv).Sum(dof => linear[dof] * data.Qvel[dof]);
        Assert.Equal(data.SensorData[0], forwards, 1e-12);
        Assert.Equal(1, angular[model.Nv + 6]);
        Assert.Throws<ArgumentOutOfRangeException>(() => data.SiteJacobian(1, linear, angular));
        Assert.Throws<ArgumentOutOfRangeException>(() => data.SiteJacobian(0, new double[3], angular));
    }

    [Fact]
    public void A_copy_goes_the_same_way()
    {
        using MujocoModel model = MujocoModel.FromXml(TestModels.Walker);
        using MujocoData first = new(model);
        using MujocoData second = new(model);
        first.Ctrl.Fill(1);
        first.Step(300);
        second.CopyFrom(first);
        Assert.Equal(first.Xpos.ToArray(), second.Xpos.ToArray());
        first.Step(50);
        second.Step(50);
        Assert.Equal(first.Qpos.ToArray(), second.Qpos.ToArray());
    }

    [Fact]
    public void A_copy_of_another_models_data_is_refused()
    {
        using MujocoModel ball = MujocoModel.FromXml(TestModels.Ball);
        using MujocoModel walker = MujocoModel.FromXml(TestModels.Walker);
        using MujocoData first = new(ball);
        using MujocoData second = new(walker);
        Assert.Throws<ArgumentException>(() => second.CopyFrom(first));
    }

    [Fact]
    public void Disposed_data_say_so()
    {
        using MujocoModel model = MujocoModel.FromXml(TestModels.Ball);
        MujocoData data = new(model);
        data.Dispose();
        data.Dispose();
        Assert.Throws<ObjectDisposedException>(() => data.Qpos[0]);
        Assert.Throws<ObjectDisposedException>(() => data.Time);
        Assert.Throws<ObjectDisposedException>(() => data.Step());
    }

    [Fact]
    public void Stepping_allocates_nothing()
    {
        using MujocoModel model = MujocoModel.FromXml(TestModels.Walker);
        using MujocoData data = new(model);
        data.Step(5);
        Assert.Equal(0, Allocations.Of(() =>
        {
            for (int i = 0; i < 100; i++)
            {
                data.Ctrl[0] = data.Qpos[0];
                data.Step(5);
                data.RnePostConstraint();
            }
        }));
    }
}
