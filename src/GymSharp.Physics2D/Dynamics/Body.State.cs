namespace GymSharp.Physics2D;

/// <content>Saving and loading.</content>
public sealed partial class Body
{
    internal void Sync(WorldSync sync, ShapeTable shapes)
    {
        Tag = sync.Sync(Tag);
        Type = sync.Sync(Type);
        IsBullet = sync.Sync(IsBullet);
        FixedRotation = sync.Sync(FixedRotation);
        IsActive = sync.Sync(IsActive);
        sync.Sync(ref isAwake);
        sync.Sync(ref allowSleep);
        sync.Sync(ref Sweep);
        sync.Sync(ref Frame);
        sync.Sync(ref Velocity);
        sync.Sync(ref Spin);
        sync.Sync(ref Force);
        sync.Sync(ref Torque);
        Mass = sync.Sync(Mass);
        sync.Sync(ref InverseMass);
        sync.Sync(ref inertia);
        sync.Sync(ref InverseInertia);
        LinearDamping = sync.Sync(LinearDamping);
        AngularDamping = sync.Sync(AngularDamping);
        GravityScale = sync.Sync(GravityScale);
        SleepTime = sync.Sync(SleepTime);
        SyncFixtures(sync, shapes);
    }

    private void SyncFixtures(WorldSync sync, ShapeTable shapes)
    {
        Fixture[] oldestFirst = [.. Fixtures.Reverse()];
        int count = sync.Count(oldestFirst.Length, sizeof(int));
        for (int i = 0; i < count; i++)
        {
            Fixture? fixture = sync.IsReading ? null : oldestFirst[i];
            Shape shape = shapes.Sync(sync, fixture?.Shape);
            if (fixture is null)
            {
                fixture = new();
                fixture.Initialize(this, new FixtureDescription(shape));
                fixture.Next = FirstFixture;
                FirstFixture = fixture;
            }

            fixture.Sync(sync, World.BroadPhase);
        }
    }
}
