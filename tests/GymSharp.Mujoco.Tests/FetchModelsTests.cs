namespace GymSharp.Mujoco.Tests;

/// <summary>The arm of plain shapes reaches, pushes, grasps and hits as the tasks need.</summary>
public sealed class FetchModelsTests
{
    [Fact]
    public void The_hand_starts_where_the_published_robot_starts()
    {
        // Measured on Gymnasium-Robotics' model with the same procedure.
        using FetchArm arm = new("fetch_reach", baseX: 0.4049, extraHeight: 0.2);
        Assert.Equal(1.3418, arm.Grip[0], 1e-3);
        Assert.Equal(0.7491, arm.Grip[1], 1e-3);
        Assert.Equal(0.5347, arm.Grip[2], 1e-3);
    }

    [Fact]
    public void The_hand_goes_where_it_is_sent()
    {
        using FetchArm arm = new("fetch_reach", baseX: 0.4049, extraHeight: 0.2);

        // Corners of the goals' cube, the last at the end of the arm's reach.
        foreach ((double x, double y, double z) in new[] { (1.2, 0.6, 0.45), (1.2, 0.9, 0.68), (1.49, 0.9, 0.68) })
        {
            arm.MoveTo(x, y, z, fingers: 0, steps: 20);
            Assert.Equal([x, y, z], arm.Grip.ToArray(), (a, b) => Math.Abs(a - b) < 0.02);
        }
    }

    [Fact]
    public void The_table_stops_the_hand()
    {
        using FetchArm arm = new("fetch_reach", baseX: 0.4049, extraHeight: 0.2);
        arm.MoveTo(1.3, 0.75, 0.2, fingers: 0, steps: 40);
        Assert.InRange(arm.Grip[2], 0.4, 0.43);
    }

    [Fact]
    public void A_box_is_pushed()
    {
        using FetchArm arm = new("fetch_push", baseX: 0.405, extraHeight: 0);
        arm.PutObject(1.4, 0.8, 0.425);
        arm.MoveTo(1.3, 0.8, 0.43, fingers: 0, steps: 8);
        arm.MoveTo(1.45, 0.8, 0.42, fingers: 0, steps: 12);
        Assert.InRange(arm.Object[0], 1.47, 1.52);
        Assert.InRange(arm.Object[2], 0.42, 0.43);
    }

    [Fact]
    public void A_box_is_grasped_carried_and_dropped()
    {
        using FetchArm arm = new("fetch_pick_and_place", baseX: 0.405, extraHeight: 0.2);
        arm.PutObject(1.4, 0.8, 0.425);
        arm.MoveTo(1.4, 0.8, 0.53, fingers: 1, steps: 12);
        arm.MoveTo(1.4, 0.8, 0.425, fingers: 1, steps: 8);
        arm.MoveTo(1.4, 0.8, 0.425, fingers: -1, steps: 5);
        arm.MoveTo(1.3, 0.7, 0.65, fingers: -1, steps: 20);
        Assert.Equal([1.3, 0.7, 0.65], arm.Object.ToArray(), (a, b) => Math.Abs(a - b) < 0.02);
        arm.MoveTo(1.3, 0.7, 0.65, fingers: 1, steps: 10);
        Assert.InRange(arm.Object[2], 0.4, 0.45);
    }

    [Fact]
    public void A_puck_slides_further_than_the_hand_goes()
    {
        using FetchArm arm = new("fetch_slide", baseX: 0.05, extraHeight: -0.02);
        arm.PutObject(1.08, 0.75, 0.414);
        arm.MoveTo(1.25, 0.75, 0.42, fingers: 0, steps: 6);
        arm.MoveTo(1.1, 0.75, 0.42, fingers: 0, steps: 25);
        Assert.InRange(arm.Object[0], 1.4, 1.95);
        Assert.InRange(arm.Object[2], 0.41, 0.42);
    }
}
