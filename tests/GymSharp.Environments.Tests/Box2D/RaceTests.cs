using System.Text.Json;
using GymSharp.Environments.Box2D;
using GymSharp.Golden;
using GymSharp.Physics2D;

namespace GymSharp.Environments.Tests.Box2D;

/// <summary>Every recorded race: tracks, states, rewards, tiles, ends, the amount drawn.</summary>
public sealed class RaceTests
{
    public static TheoryData<string> Recordings => Box2DRecording.Names("CarRacing");

    [Theory]
    [MemberData(nameof(Recordings))]
    public void Every_recorded_race_is_repeated_bit_for_bit(string name)
    {
        using JsonDocument document = GoldenData.Open(name);
        int number = 0;
        foreach (JsonElement run in document.RootElement.GetProperty("runs").EnumerateArray())
        {
            using Env env = Box2DRecording.Make(document.RootElement);
            Repeat(env, run, $"{name}, run {number++}");
        }

        Assert.True(number > 0, "the recording has no runs");
    }

    private static void Repeat(Env env, JsonElement run, string where)
    {
        env.ResetValue(run.GetProperty("seed").GetUInt64());
        RaceSimulation simulation = Simulation(env);
        CheckTrack(simulation, run, where);
        Box2DRecording.AssertRng(run.GetProperty("rng_after_reset"), env.Rng);
        Box2DRecording.AssertSame(
            Box2DRecording.Doubles(run.GetProperty("reset_state")), State(simulation), $"{where}, reset");
        JsonElement[] states = [.. run.GetProperty("state").EnumerateArray()];
        JsonElement[] actions = [.. run.GetProperty("action").EnumerateArray()];
        double[] rewards = Box2DRecording.Doubles(run.GetProperty("reward"));
        double[] tiles = Box2DRecording.Doubles(run.GetProperty("tiles"));
        Step<byte[]> last = default;
        for (int i = 0; i < actions.Length; i++)
        {
            last = env is CarRacingEnv continuous
                ? continuous.Step(Box2DRecording.Singles(actions[i]))
                : ((CarRacingDiscreteEnv)env).Step(actions[i].GetInt32());
            Box2DRecording.AssertSame(
                Box2DRecording.Doubles(states[i]), State(simulation), $"{where}, state after step {i}");
            Box2DRecording.AssertSame([rewards[i]], [last.Reward], $"{where}, reward of step {i}");
            Assert.Equal(tiles[i], simulation.VisitedCount);
            Assert.True(i + 1 == actions.Length || !last.Terminated, $"{where}, end of step {i}");
        }

        Assert.Equal(run.GetProperty("terminated").GetInt32() == 1, last.Terminated);
        Assert.Equal(
            run.GetProperty("info").EnumerateObject().Select(entry => (entry.Name, entry.Value.GetBoolean())),
            last.Info.Select(entry => (entry.Key, (bool)entry.Value)));
        Box2DRecording.AssertRng(run.GetProperty("rng_after_episode"), env.Rng);
    }

    private static void CheckTrack(RaceSimulation simulation, JsonElement run, string where)
    {
        double[] expected = [.. run.GetProperty("track").EnumerateArray().SelectMany(Box2DRecording.Doubles)];
        double[] actual =
            [.. simulation.Road.Track.SelectMany(point => new[] { point.Alpha, point.Beta, point.X, point.Y })];
        Box2DRecording.AssertSame(expected, actual, $"{where}, track");
        Assert.Equal(run.GetProperty("n_road_polys").GetInt32(), simulation.Road.Colors.Length);
        CheckColor(run, "road", simulation.Colors.Road);
        CheckColor(run, "background", simulation.Colors.Background);
        CheckColor(run, "grass", simulation.Colors.Grass);
        CheckMass(run.GetProperty("hull"), simulation.Car.Hull);
        CheckMass(run.GetProperty("wheel"), simulation.Car.Wheels[0].Body);
    }

    private static void CheckColor(JsonElement run, string name, RacePaint color) => Box2DRecording.AssertSame(
        Box2DRecording.Doubles(run.GetProperty("colors").GetProperty(name)),
        [color.Red, color.Green, color.Blue],
        name);

    private static void CheckMass(JsonElement expected, Body body)
    {
        Assert.Equal((float)expected.GetProperty("mass").GetDouble(), body.Mass);
        Assert.Equal((float)expected.GetProperty("inertia").GetDouble(), body.Inertia);
        Box2DRecording.AssertSame(
            Box2DRecording.Singles(expected.GetProperty("local_center")),
            [body.LocalCenter.X, body.LocalCenter.Y],
            "centre of mass");
    }

    private static RaceSimulation Simulation(Env env) => env is CarRacingEnv continuous
        ? continuous.Simulation
        : ((CarRacingDiscreteEnv)env).Simulation;

    private static double[] State(RaceSimulation simulation)
    {
        Body hull = simulation.Car.Hull;
        RaceWheel[] wheels = simulation.Car.Wheels;
        return
        [
            hull.Position.X, hull.Position.Y, hull.Angle,
            hull.LinearVelocity.X, hull.LinearVelocity.Y, hull.AngularVelocity,
            .. wheels.Select(wheel => wheel.Omega),
            .. wheels.Select(wheel => (double)wheel.Joint.Angle),
            wheels[2].Gas,
            simulation.Return,
        ];
    }
}
