namespace GymSharp.Tracking;

/// <summary>A clock that stands still until it is moved; its timers are fired by hand.</summary>
internal sealed class StoppedClock : TimeProvider
{
    private static readonly DateTimeOffset Start = new(2026, 1, 2, 3, 4, 5, TimeSpan.Zero);
    private TimeSpan moved;

    public double Seconds => (Start - DateTimeOffset.UnixEpoch + moved).TotalSeconds;

    public Timer? Last { get; private set; }

    public override long TimestampFrequency => TimeSpan.TicksPerSecond;

    public void Move(TimeSpan by) => moved += by;

    public override DateTimeOffset GetUtcNow() => Start + moved;

    public override long GetTimestamp() => moved.Ticks;

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period) =>
        Last = new Timer(() => callback(state), period);

    internal sealed class Timer(Action fire, TimeSpan period) : ITimer
    {
        public TimeSpan Period { get; } = period;

        public bool Stopped { get; private set; }

        public void Fire() => fire();

        public bool Change(TimeSpan dueTime, TimeSpan period) => throw new NotSupportedException();

        public void Dispose() => Stopped = true;

        public ValueTask DisposeAsync()
        {
            Dispose();
            return ValueTask.CompletedTask;
        }
    }
}
