using System.Text.Json;
using System.Text.Json.Nodes;
using GymSharp.Rendering;
using GymSharp.Spaces;
using GymSharp.State;

namespace GymSharp.Vector;

/// <summary>
/// The batch that <see cref="ParallelVectorEnv.Create(IReadOnlyList{Env}, AutoresetMode, int)"/> makes.
/// </summary>
internal sealed class ParallelVectorEnv<TObservation, TAction, TObservationElement, TActionElement>
    : VectorEnv<TObservationElement, TActionElement>, IWorkerJob
    where TObservation : notnull
    where TAction : notnull
    where TObservationElement : notnull
    where TActionElement : notnull
{
    // Small enough that no worker waits long for the last part of another, large enough to be worth taking.
    private const int PartsPerWorker = 8;

    // Enough to go side by side, and few enough that the cache holds them.
    private const int MinimumAhead = 16;
    private const int MaximumAhead = 64;

    private readonly Env<TObservation, TAction>[] envs;
    private readonly RowLayout<TObservation, TObservationElement> observationLayout;
    private readonly RowLayout<TAction, TActionElement> actionLayout;
    private readonly TObservation[] current;
    private readonly TObservation[] finals;
    private readonly TAction[] actionBuffers;
    private readonly TActionElement[] actions;
    private readonly Info?[] infos;
    private readonly Info?[] finalInfos;
    private readonly bool[] ended;
    private readonly IStepAhead<TAction>?[] aheads;
    private readonly WorkerTeam team;
    private readonly int workers;
    private readonly int parts;
    private readonly (Exception? Cause, int Index)[] failures;
    private readonly ResetPlan plan;
    private StepBatch<TObservationElement>? batch;
    private bool isRunning;

    public ParallelVectorEnv(Env<TObservation, TAction>[] envs, AutoresetMode autoreset, int workers)
    {
        this.envs = envs;
        this.workers = workers;
        AutoresetMode = autoreset;
        SingleObservationSpace = envs[0].ObservationSpace;
        SingleActionSpace = envs[0].ActionSpace;
        ObservationSpace = SpaceUtilities.BatchSpace(SingleObservationSpace, envs.Length);
        ActionSpace = SpaceUtilities.BatchSpace(SingleActionSpace, envs.Length);
        observationLayout = RowLayout.Of<TObservation, TObservationElement>(SingleObservationSpace);
        actionLayout = RowLayout.Of<TAction, TActionElement>(SingleActionSpace);
        current = NewBuffers(observationLayout);
        finals = NewBuffers(observationLayout);
        actionBuffers = NewBuffers(actionLayout);
        actions = new TActionElement[envs.Length * actionLayout.Size];
        infos = new Info?[envs.Length];
        finalInfos = new Info?[envs.Length];
        ended = new bool[envs.Length];
        plan = new ResetPlan(envs.Length);
        parts = PartCount();
        aheads = new IStepAhead<TAction>?[parts];
        for (int part = 0; part < parts; part++)
        {
            aheads[part] = StepAhead.Of<TAction>(envs.AsSpan(StartOf(part)..StartOf(part + 1)));
        }

        failures = new (Exception?, int)[parts];
        team = new WorkerTeam(this, parts, workers);
    }

    public override int NumEnvs => envs.Length;

    public override Space SingleObservationSpace { get; }

    public override Space SingleActionSpace { get; }

    public override Space ObservationSpace { get; }

    public override Space ActionSpace { get; }

    public override AutoresetMode AutoresetMode { get; }

    public override RenderMode RenderMode => envs[0].RenderMode;

    public override EnvMetadata Metadata => envs[0].Metadata;

    public override IReadOnlyList<Env> Envs => envs;

    protected override string ClassName => workers == 1 ? "SyncVectorEnv" : "ParallelVectorEnv";

    public override Info InfoAt(int index) => infos[index] ?? Info.Empty;

    public override Info? FinalInfoAt(int index) => finalInfos[index];

    public override Info BatchInfo()
    {
        VectorInfoBuilder builder = new(envs.Length);
        for (int i = 0; i < envs.Length; i++)
        {
            if (finalInfos[i] is { } final)
            {
                builder.AddFinalObservation(CopyOf(finals[i]), i);
                builder.AddNested("final_info", final, i);
            }

            if (infos[i] is { } info)
            {
                builder.Add(info, i);
            }
        }

        return builder.Build();
    }

    public override IReadOnlyList<Frame>? Render()
    {
        Frame[] frames = new Frame[envs.Length];
        for (int i = 0; i < frames.Length; i++)
        {
            if (envs[i].Render() is not { } frame)
            {
                return null;
            }

            frames[i] = frame;
        }

        return frames;
    }

    void IWorkerJob.Run(int part)
    {
        int index = StartOf(part);
        int end = StartOf(part + 1);
        try
        {
            if (batch is not null)
            {
                BeginSteps(aheads[part], index, end);
            }

            for (; index < end; index++)
            {
                if (batch is null)
                {
                    ResetByPlan(index);
                }
                else
                {
                    StepOne(index, batch);
                }
            }
        }
        catch (Exception cause)
        {
            // Surfaces on the calling thread, where the lowest index wins whatever the number of workers.
            failures[part] = (cause, index);
        }
    }

    protected override void OnReset(Span<TObservationElement> observations, VectorReset request)
    {
        if (!isRunning && !request.Mask.IsEmpty && request.Mask.Contains(false))
        {
            throw new ResetNeededException(
                "The first reset of a batch, and the one after a failure, must include every environment. "
                + "Leave the mask out.");
        }

        plan.Take(request);
        isRunning = false;
        batch = null;
        RunTeam("Reset");
        isRunning = true;
        for (int i = 0; i < envs.Length; i++)
        {
            observationLayout.Write(current[i], observations.Slice(i * observationLayout.Size, observationLayout.Size));
        }
    }

    protected override void OnStep(ReadOnlySpan<TActionElement> actions, StepBatch<TObservationElement> batch)
    {
        if (!isRunning || (AutoresetMode == AutoresetMode.Disabled && ended.AsSpan().Contains(true)))
        {
            throw NeedsReset();
        }

        actions.CopyTo(this.actions);
        this.batch = batch;
        isRunning = false;
        RunTeam("Step");
        isRunning = true;
    }

    protected override void SyncState(StateSync sync)
    {
        sync.Sync(ref isRunning);
        sync.Sync(ended.AsSpan());
        for (int i = 0; i < envs.Length; i++)
        {
            envs[i].SyncAll(sync);
            if (isRunning)
            {
                SyncObservation(sync, i);
            }
        }

        if (sync.IsReading)
        {
            infos.AsSpan().Clear();
            finalInfos.AsSpan().Clear();
        }
    }

    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            team.Dispose();
            foreach (Env<TObservation, TAction> env in envs)
            {
                env.Dispose();
            }
        }

        base.Dispose(disposing);
    }

    private static T[] NewBuffers<T, TElement>(RowLayout<T, TElement> layout, int count)
        where T : notnull
        where TElement : notnull
    {
        T[] buffers = new T[count];
        for (int i = 0; i < count; i++)
        {
            buffers[i] = layout.NewBuffer();
        }

        return buffers;
    }

    private T[] NewBuffers<T, TElement>(RowLayout<T, TElement> layout)
        where T : notnull
        where TElement : notnull => NewBuffers(layout, envs.Length);

    private void RunTeam(string what)
    {
        team.Run();
        int failed = -1;
        for (int i = 0; i < failures.Length; i++)
        {
            // Parts are in order, so the first that failed has the lowest index.
            failed = failed < 0 && failures[i].Cause is not null ? i : failed;
        }

        if (failed >= 0)
        {
            (Exception? cause, int index) = failures[failed];
            failures.AsSpan().Clear();
            throw new VectorEnvException(index, envs.Length, what, cause!);
        }
    }

    private int StartOf(int part) => (int)((long)part * envs.Length / parts);

    // What is stepped together goes in larger parts.
    private int PartCount()
    {
        if (!StepAhead.IsPossible<TAction>(envs[0]))
        {
            return workers == 1 ? 1 : Math.Min(envs.Length, workers * PartsPerWorker);
        }

        int parts = Math.Min(workers * PartsPerWorker, (envs.Length + MinimumAhead - 1) / MinimumAhead);
        return Math.Max(Math.Max(workers, parts), (envs.Length + MaximumAhead - 1) / MaximumAhead);
    }

    private TAction ActionOf(int index) => actionLayout.Read(
        actions.AsSpan(index * actionLayout.Size, actionLayout.Size), actionBuffers[index]);

    private void BeginSteps(IStepAhead<TAction>? ahead, int start, int end)
    {
        if (ahead is null)
        {
            return;
        }

        for (int i = start; i < end; i++)
        {
            if (AutoresetMode != AutoresetMode.NextStep || !ended[i])
            {
                ahead.Prepare(i - start, ActionOf(i));
            }
        }

        ahead.Run();
    }

    private void StepOne(int index, StepBatch<TObservationElement> batch)
    {
        finalInfos[index] = null;
        if (AutoresetMode == AutoresetMode.NextStep && ended[index])
        {
            ResetOne(index, null, null);
            batch.Rewards[index] = 0;
            batch.Terminated[index] = false;
            batch.Truncated[index] = false;
        }
        else
        {
            Step<TObservation> step = envs[index].Step(ActionOf(index), observationLayout.Reuse(current[index]));
            observationLayout.Keep(step.Observation, ref current[index]);
            infos[index] = step.Info;
            batch.Rewards[index] = step.Reward;
            batch.Terminated[index] = step.Terminated;
            batch.Truncated[index] = step.Truncated;
            ended[index] = step.Done;
            if (step.Done && AutoresetMode == AutoresetMode.SameStep)
            {
                (current[index], finals[index]) = (finals[index], current[index]);
                observationLayout.Write(finals[index], batch.FinalObservationAt(index));
                finalInfos[index] = step.Info;
                ResetOne(index, null, null);
            }
        }

        observationLayout.Write(current[index], batch.ObservationAt(index));
    }

    private void ResetByPlan(int index)
    {
        finalInfos[index] = null;
        infos[index] = null;
        if (plan.Includes(index))
        {
            ResetOne(index, plan.SeedOf(index), plan.OptionsOf(index));
        }
    }

    private void ResetOne(int index, ulong? seed, ResetOptions? options)
    {
        (TObservation observation, Info info) =
            envs[index].Reset(seed, options, observationLayout.Reuse(current[index]));
        observationLayout.Keep(observation, ref current[index]);
        infos[index] = info;
        ended[index] = false;
    }

    private static object CopyOf(TObservation value) => value is Array array ? array.Clone() : value;

    private ResetNeededException NeedsReset() => isRunning
        ? new(
            $"The episode of environment {ended.AsSpan().IndexOf(true)} is over and autoreset is disabled. "
            + "Reset the ended environments with a mask before the next step.")
        : new("The batch has no episodes to step: reset it first. After a failure, reset it as a whole.");

    private TObservation ReadObservation(string? json)
    {
        try
        {
            return (TObservation)SingleObservationSpace.ValueFromJson(json is null ? null : JsonNode.Parse(json));
        }
        catch (Exception error) when (error is FormatException or JsonException)
        {
            throw new StateFormatException(
                $"The saved state holds an observation that is none of {SingleObservationSpace}. "
                + "Restore it into a batch made with the same id, arguments and wrappers.",
                error);
        }
    }

    private void SyncObservation(StateSync sync, int index)
    {
        string? json = sync.IsReading ? null : SingleObservationSpace.ValueToJson(current[index])?.ToJsonString();
        sync.Sync(ref json);
        if (sync.IsReading)
        {
            observationLayout.Keep(ReadObservation(json), ref current[index]);
        }
    }
}
