using GymSharp.Learning.Runs;
using GymSharp.Rendering;

namespace GymSharp.Learning.Training;

/// <summary>
/// A further place for what a run measures, beside <c>metrics.jsonl</c>: TensorBoard, a dashboard, a test.
/// </summary>
/// <remarks>Called by the thread that trains. Errors are the sink's own: what it throws ends the run.</remarks>
public interface IMetricSink : IDisposable
{
    /// <summary>The run begins, or continues.</summary>
    /// <param name="description">What is run.</param>
    /// <param name="resumedAt">Steps done before; what was written for later steps counts no more.</param>
    void Begin(RunDescription description, long resumedAt);

    /// <summary>Numbers of a step: the means of an interval, or an evaluation.</summary>
    /// <param name="step">Environment steps so far.</param>
    /// <param name="values">The numbers by name.</param>
    void Write(long step, IReadOnlyList<KeyValuePair<string, double>> values);

    /// <summary>Many numbers of a step at once, such as the weights of a layer.</summary>
    /// <param name="step">Environment steps so far.</param>
    /// <param name="name">What they are.</param>
    /// <param name="values">The numbers.</param>
    void WriteMany(long step, string name, ReadOnlySpan<float> values);

    /// <summary>Pictures of an episode.</summary>
    /// <param name="step">Environment steps so far.</param>
    /// <param name="name">What they show.</param>
    /// <param name="frames">The pictures, at least one; some may be left out of a long episode.</param>
    /// <param name="framesPerSecond">Speed at which they show the episode as fast as it was.</param>
    void Film(long step, string name, IReadOnlyList<Frame> frames, double framesPerSecond);

    /// <summary>Everything up to a checkpoint was said.</summary>
    void Flush();

    /// <summary>The run is over.</summary>
    /// <param name="completed">Whether it came to its end; otherwise it was stopped or failed.</param>
    void End(bool completed);
}
