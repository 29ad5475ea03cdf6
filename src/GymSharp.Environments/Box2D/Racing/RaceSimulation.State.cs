using GymSharp.Physics2D;
using GymSharp.State;

namespace GymSharp.Environments.Box2D;

/// <content>Saving.</content>
internal sealed partial class RaceSimulation
{
    /// <summary>Reads or writes everything that decides the future.</summary>
    public void Sync(StateSync sync)
    {
        bool started = IsStarted;
        sync.Sync(ref started);
        RaceColors colors = Colors;
        sync.Sync(ref colors);
        Colors = colors;
        world = WorldState.Sync(sync, world, this);
        WorldState.Sync(sync, world, tiles);
        if (!started)
        {
            (car, road) = (null, null);
            return;
        }

        SyncRoad(sync);
        SyncCar(sync);
        sync.Sync(ref visited);
        (int count, double total, bool finished) = (VisitedCount, Return, HasFinishedLap);
        sync.Sync(ref count);
        sync.Sync(ref total);
        sync.Sync(ref finished);
        (VisitedCount, Return, HasFinishedLap) = (count, total, finished);
    }

    private void SyncRoad(StateSync sync)
    {
        TrackPoint[] track = road?.Track ?? [];
        sync.Sync(ref track);
        uint[] shades = road is null ? [] : road.Colors.ToArray();
        sync.Sync(ref shades);
        if (sync.IsReading)
        {
            road = new RaceRoad(track);
            if (shades.Length != road.Colors.Length || tiles.Count != track.Length)
            {
                throw new StateFormatException("The saved state is damaged: its track and its tiles do not match.");
            }

            shades.CopyTo(road.Colors);
        }
    }

    private void SyncCar(StateSync sync)
    {
        Body hull = WorldState.Sync(sync, world, car?.Hull);
        RaceWheel[] wheels = new RaceWheel[CarShape.Wheels];
        for (int i = 0; i < wheels.Length; i++)
        {
            RaceWheel? before = car?.Wheels[i];
            Body body = WorldState.Sync(sync, world, before?.Body);
            RevoluteJoint joint = WorldState.Sync(sync, world, before?.Joint);
            wheels[i] = sync.IsReading || before is null ? new RaceWheel(body, joint) : before;
            wheels[i].Sync(sync);
        }

        if (sync.IsReading || car is null)
        {
            car = new RaceCar(hull, wheels);
        }

        car.Marks.Sync(sync);
    }
}
