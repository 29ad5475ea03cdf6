using System.Text;
using GymSharp.Learning;
using GymSharp.Learning.Evaluation;
using GymSharp.Learning.Training;

namespace GymSharp.Cli.Tracking;

/// <summary>
/// Copies what the program prints while it trains, warnings and the prints of an environment included, into the run's
/// <c>output.log</c>.
/// </summary>
internal sealed class OutputCapture : IDisposable
{
    private readonly Tee outTee;
    private readonly Tee errorTee;

    public OutputCapture()
    {
        Out = Console.Out;
        Error = Console.Error;
        outTee = new Tee(Out);
        errorTee = new Tee(Error);
        Console.SetOut(outTee);
        Console.SetError(errorTee);
    }

    /// <summary>Standard output as it was: what goes there is not copied.</summary>
    public TextWriter Out { get; }

    /// <summary>Standard error as it was.</summary>
    public TextWriter Error { get; }

    /// <summary>The observer, made to learn where the log is.</summary>
    public ITrainingObserver Watch(ITrainingObserver observer) => new Observer(this, observer);

    public void Dispose()
    {
        Console.SetOut(Out);
        Console.SetError(Error);
        outTee.Log = null;
        errorTee.Log = null;
    }

    // The run tells its progress to the log itself; only what others print is copied.
    private sealed class Observer(OutputCapture capture, ITrainingObserver observer) : ITrainingObserver
    {
        public void Opened(TextWriter log)
        {
            capture.outTee.Log = log;
            capture.errorTee.Log = log;
            observer.Opened(log);
        }

        public void Started(string runDirectory, long totalSteps, long resumedAt) =>
            observer.Started(runDirectory, totalSteps, resumedAt);

        public void Reported(in LearningReport report) => observer.Reported(report);

        public void Progressed(in TrainingProgress progress) => observer.Progressed(progress);

        public void Evaluated(long step, in EvaluationResult result, bool isBest) =>
            observer.Evaluated(step, result, isBest);

        public void Noticed(string text) => observer.Noticed(text);
    }

    private sealed class Tee(TextWriter original) : TextWriter
    {
        public TextWriter? Log { get; set; }

        public override Encoding Encoding => original.Encoding;

        public override void Write(char value)
        {
            original.Write(value);
            Copy(log => log.Write(value));
        }

        public override void Write(string? value)
        {
            original.Write(value);
            Copy(log => log.Write(value));
        }

        public override void WriteLine(string? value)
        {
            original.WriteLine(value);
            Copy(log => log.WriteLine(value));
        }

        public override void Flush() => original.Flush();

        // A full disk or a log that was closed must not keep anything from being printed.
        private void Copy(Action<TextWriter> write)
        {
            try
            {
                if (Log is { } log)
                {
                    write(log);
                }
            }
            catch (Exception error) when (error is IOException or ObjectDisposedException)
            {
                Log = null;
            }
        }
    }
}
