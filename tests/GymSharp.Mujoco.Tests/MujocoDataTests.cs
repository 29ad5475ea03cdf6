namespace GymSharp.Mujoco.Tests;

public sealed class MujocoDataTests
{
    private const string Ball = """
        <mujoco>
          <worldbody>
            <geom name="floor" type="plane" size="5 5 1"/>
            <body name="ball" pos="0 0 1"><freejoint name="root"/><geom name="skin" size="0.1" mass="2"/></body>
          </worldbody>
        </mujoco>
        """;

    [Fact]
    public void A_ball_falls_as_gravity_says()
    {
        using MujocoModel model = MujocoModel.FromXml(Ball);
        using MujocoData data = new(model);
        data.Step(10);
        Assert.Equal(0.02, data.Time, 1e-12);
        Assert.Equal(-9.81 * 0.02, data.Qvel[2], 1e-12);
        Assert.Equal(2, model.BodyMass[model.BodyId("ball")]);
        Assert.Equal(["double", "2", "3"], [model.Array("geom_size").Type, $"{model.NGeom}", $"{model.Array("geom_size").Columns}"]);
    }
}
