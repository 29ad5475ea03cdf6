using System.Collections.Concurrent;
using System.Runtime.ExceptionServices;

namespace GymSharp.Mujoco.Rendering;

/// <summary>The one thread of the process that has an OpenGL context; everything that draws runs on it.</summary>
/// <remarks>
/// A context belongs to a thread, while environments are rendered from any; and MuJoCo keeps the addresses of OpenGL's
/// functions for the whole process, so that there can be one platform only.
/// </remarks>
internal sealed class GlThread
{
    private static readonly Lock Gate = new();
    private static readonly Dictionary<RendererKind, string> Failures = [];
    private static GlThread? started;
    private readonly BlockingCollection<Job> jobs = [];
    private readonly RendererKind kind;

    private GlThread(RendererKind kind)
    {
        this.kind = kind;
        new Thread(Work) { IsBackground = true, Name = "MuJoCo OpenGL" }.Start();
        GlPlatform platform = GlPlatform.Of(kind);
        Run(platform.MakeCurrent);
    }

    /// <summary>The thread, started with the first call.</summary>
    /// <param name="kind">The platform.</param>
    /// <exception cref="MujocoException">There is no OpenGL, or the process uses another platform already.</exception>
    public static GlThread Get(RendererKind kind)
    {
        lock (Gate)
        {
            if (started is null)
            {
                Start(kind);
            }

            return started!.kind == kind ? started : throw new MujocoException(
                $"This process draws by '{Name(started.kind)}' already, and OpenGL has room for one platform in a "
                + $"process, so '{Name(kind)}' cannot be had. Choose '{Name(started.kind)}' or 'canvas'.");
        }
    }

    /// <summary>Runs an action on the thread and waits for it.</summary>
    public void Run(Action action)
    {
        Job job = new(action);
        jobs.Add(job);
        job.Wait();
    }

    /// <summary>Runs an action on the thread some time later.</summary>
    public void Post(Action action) => jobs.Add(new(action));

    private static string Name(RendererKind kind) => RendererNames.Of(kind);

    private static void Start(RendererKind kind)
    {
        if (Failures.TryGetValue(kind, out string? reason))
        {
            throw new MujocoException(reason);
        }

        try
        {
            started = new GlThread(kind);
        }
        catch (MujocoException error)
        {
            Failures.Add(kind, error.Message);
            throw;
        }
    }

    private void Work()
    {
        foreach (Job job in jobs.GetConsumingEnumerable())
        {
            job.Do();
        }
    }

    private sealed class Job(Action action)
    {
        private ExceptionDispatchInfo? error;
        private bool isDone;

        public void Do()
        {
            try
            {
                action();
            }
            catch (Exception thrown)
            {
                error = ExceptionDispatchInfo.Capture(thrown);
            }

            lock (this)
            {
                isDone = true;
                Monitor.PulseAll(this);
            }
        }

        public void Wait()
        {
            lock (this)
            {
                while (!isDone)
                {
                    Monitor.Wait(this);
                }
            }

            error?.Throw();
        }
    }
}
