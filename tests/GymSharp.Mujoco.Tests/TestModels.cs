namespace GymSharp.Mujoco.Tests;

internal static class TestModels
{
    public const string Ball = """
        <mujoco>
          <worldbody>
            <geom name="floor" type="plane" size="5 5 1"/>
            <body name="ball" pos="0 0 1"><freejoint name="root"/><geom name="skin" size="0.1" mass="2"/></body>
          </worldbody>
        </mujoco>
        """;

    /// <summary>Two legs with motors on a floor: contacts, limits, activations, a tendon, a mocap body.</summary>
    public const string Walker = """
        <mujoco>
          <option integrator="RK4"/>
          <worldbody>
            <geom name="floor" type="plane" size="5 5 1"/>
            <body name="target" mocap="true" pos="0 1 1"><geom size="0.05" contype="0" conaffinity="0"/></body>
            <body name="torso" pos="0 0 0.5">
              <freejoint name="root"/>
              <geom type="capsule" fromto="-0.2 0 0 0.2 0 0" size="0.08"/>
              <body name="left" pos="0.2 0 0">
                <joint name="left_hip" axis="0 1 0" limited="true" range="-60 60" damping="1"/>
                <geom type="capsule" fromto="0 0 0 0 0 -0.4" size="0.04"/>
                <site name="left_foot" pos="0 0 -0.4"/>
              </body>
              <body name="right" pos="-0.2 0 0">
                <joint name="right_hip" axis="0 1 0" limited="true" range="-60 60" damping="1"/>
                <geom type="capsule" fromto="0 0 0 0 0 -0.4" size="0.04"/>
              </body>
            </body>
          </worldbody>
          <tendon>
            <fixed name="hips"><joint joint="left_hip" coef="1"/><joint joint="right_hip" coef="-1"/></fixed>
          </tendon>
          <actuator>
            <motor name="left_motor" joint="left_hip" gear="20"/>
            <general name="right_motor" joint="right_hip" gear="20" dyntype="filter" dynprm="0.1"/>
          </actuator>
          <sensor><framelinvel objtype="site" objname="left_foot"/></sensor>
        </mujoco>
        """;

    public static string WithSize(string attributes) =>
        Ball.Replace("<worldbody>", $"<size {attributes}/><worldbody>", StringComparison.Ordinal);
}
