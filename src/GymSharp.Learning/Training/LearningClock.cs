namespace GymSharp.Learning.Training;

/// <summary>Measures the time spent learning: without evaluations, videos and what happens before and after.</summary>
internal sealed class LearningClock(TimeProvider time)
{
    private double earlier;
    private long? begun;

    /// <summary>Time spent learning, all sittings together.</summary>
    public double Seconds => earlier + (begun is { } start ? time.GetElapsedTime(start).TotalSeconds : 0);

    /// <summary>Time spent before this sitting.</summary>
    public double Resumed { get; private set; }

    /// <summary>Continues from the time that earlier sittings took.</summary>
    public void Resume(double seconds) => earlier = Resumed = seconds;

    public void Start() => begun = time.GetTimestamp();

    public void Stop()
    {
        earlier = Seconds;
        begun = null;
    }
}
