using GymSharp.Mujoco.Mazes;

namespace GymSharp.Mujoco.Tests;

public sealed class PointMazeModelTests
{
    // ####
    // #  #
    // ####
    private static readonly bool[,] Corridor =
    {
        { true, true, true, true },
        { true, false, false, true },
        { true, true, true, true },
    };

    [Fact]
    public void Walls_stand_where_the_map_says()
    {
        using MujocoModel model = MujocoModel.FromXml(PointMazeModel.Xml(Corridor, cellSize: 2, wallHeight: 0.4));
        Assert.Equal(2 + 10, model.NGeom);
        int block = model.GeomId("block_2_1");
        Assert.Equal([-1, -2, 0.4], model.GeomPos.Slice(3 * block, 3).ToArray());
        Assert.Equal([1, 1, 0.4], model.GeomSize.Slice(3 * block, 3).ToArray());
        Assert.Equal([0, 0, 0.4], model.SitePos.Slice(3 * model.SiteId("target"), 3).ToArray());
        Assert.Throws<MujocoException>(() => model.GeomId("block_1_1"));
    }

    [Fact]
    public void The_ball_rolls_down_the_corridor_and_stops_at_its_end()
    {
        using MujocoModel model = MujocoModel.FromXml(PointMazeModel.Xml(Corridor, cellSize: 1, wallHeight: 0.4));
        using MujocoData data = new(model);
        (double x, double y) = PointMazeModel.Middle(Corridor, row: 1, column: 1, cellSize: 1);
        data.Qpos[0] = x;
        data.Qpos[1] = y;
        data.Ctrl[0] = 0.2;
        data.Step(200);
        Assert.InRange(data.Qpos[0], 0.85, 0.92);
        data.Ctrl[0] = 0;
        data.Ctrl[1] = -0.2;
        data.Step(200);
        Assert.InRange(data.Qpos[1], -0.42, -0.35);
    }
}
