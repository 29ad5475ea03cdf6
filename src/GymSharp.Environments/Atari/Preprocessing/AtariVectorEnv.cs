using GymSharp.Rendering;
using GymSharp.Spaces;
using GymSharp.State;
using GymSharp.Vector;

namespace GymSharp.Environments.Atari.Preprocessing;

/// <summary>
/// Many copies of a game side by side, each writing its last four pictures straight into its row of the batch.
/// </summary>
/// <remarks>
/// The numbers are those of as many <see cref="AtariPixelEnv"/>, whatever the number of threads. A step allocates
/// nothing.
/// </remarks>
public sealed class AtariVectorEnv : VectorEnv<byte, int>, IMirrored, IWorkerJob
{
    private readonly AtariOptions game;
    private readonly PixelWorld[] worlds;
    private readonly WorkerTeam team;
    private readonly ResetPlan plan;
    private readonly bool[] ended;
    private readonly int[] actions;
    private readonly byte[] resetRows;
    private readonly Exception?[] failures;
    private readonly Info?[] finalInfos;
    private StepBatch<byte>? batch;
    private bool isRunning;

    /// <summary>Makes the batch.</summary>
    /// <param name="numEnvs">Number of games, at least 1.</param>
    /// <param name="game">Game, ROM and the rest.</param>
    /// <param name="options">How pictures are made; null for the defaults.</param>
    /// <param name="autoreset">When ended episodes are reset.</param>
    /// <param name="threads">Threads that play; 0 is one per processor, at most one per game.</param>
    /// <exception cref="ArgumentException">An option is out of range.</exception>
    /// <exception cref="FormatException">The ROM is no cartridge.</exception>
    public AtariVectorEnv(
        int numEnvs,
        AtariOptions game,
        PixelOptions? options = null,
        AutoresetMode autoreset = AutoresetMode.NextStep,
        int threads = 0)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(numEnvs, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(threads, 0);
        ArgumentNullException.ThrowIfNull(game);
        PixelOptions pixels = (options ?? new PixelOptions()).Checked(nameof(options));
        this.game = game;
        worlds = [.. Enumerable.Range(0, numEnvs).Select(_ => new PixelWorld(game, pixels))];
        AutoresetMode = autoreset;
        SingleObservationSpace = AtariPixelEnv.SpaceOf(pixels);
        SingleActionSpace = new Discrete(worlds[0].Actions.Count);
        ObservationSpace = SpaceUtilities.BatchSpace(SingleObservationSpace, numEnvs);
        ActionSpace = SpaceUtilities.BatchSpace(SingleActionSpace, numEnvs);
        Metadata = AtariPixelEnv.MetadataOf(pixels);
        plan = new ResetPlan(numEnvs);
        ended = new bool[numEnvs];
        actions = new int[numEnvs];
        failures = new Exception?[numEnvs];
        finalInfos = new Info?[numEnvs];
        resetRows = new byte[numEnvs * ObservationSize];
        team = new WorkerTeam(this, numEnvs, Math.Min(numEnvs, threads == 0 ? Environment.ProcessorCount : threads));
    }

    /// <inheritdoc/>
    public IReadOnlyList<int> MirroredActions => AtariActions.Mirrored(worlds[0].Actions);

    /// <inheritdoc/>
    public override int NumEnvs => worlds.Length;

    /// <inheritdoc/>
    public override Space SingleObservationSpace { get; }

    /// <inheritdoc/>
    public override Space SingleActionSpace { get; }

    /// <inheritdoc/>
    public override Space ObservationSpace { get; }

    /// <inheritdoc/>
    public override Space ActionSpace { get; }

    /// <inheritdoc/>
    public override AutoresetMode AutoresetMode { get; }

    /// <inheritdoc/>
    public override RenderMode RenderMode => game.RenderMode;

    /// <inheritdoc/>
    public override EnvMetadata Metadata { get; }

    /// <inheritdoc/>
    public override Info InfoAt(int index) => Screens.InfoOf(worlds[index].Machine);

    /// <inheritdoc/>
    public override Info? FinalInfoAt(int index) => finalInfos[index];

    /// <inheritdoc/>
    public override Info BatchInfo()
    {
        VectorInfoBuilder builder = new(NumEnvs);
        for (int i = 0; i < NumEnvs; i++)
        {
            if (finalInfos[i] is { } final && batch is not null)
            {
                builder.AddFinalObservation(batch.FinalObservationAt(i).ToArray(), i);
                builder.AddNested("final_info", final, i);
            }

            builder.Add(InfoAt(i), i);
        }

        return builder.Build();
    }

    /// <inheritdoc/>
    public override IReadOnlyList<Frame>? Render() =>
        RenderMode == RenderMode.None ? null : [.. worlds.Select(world => Screens.Picture(world.Machine))];

    /// <inheritdoc/>
    void IWorkerJob.Run(int part)
    {
        try
        {
            finalInfos[part] = null;
            if (batch is null)
            {
                ResetByPlan(part);
            }
            else
            {
                StepOne(part, batch);
            }
        }
        catch (Exception cause)
        {
            failures[part] = cause;
        }
    }

    /// <inheritdoc/>
    protected override void OnReset(Span<byte> observations, VectorReset request)
    {
        if (!isRunning && !request.Mask.IsEmpty && request.Mask.Contains(false))
        {
            throw new ResetNeededException(
                "The first reset of a batch, and the one after a failure, must include every environment. "
                + "Leave the mask out.");
        }

        request.Options?.ExpectAllAsked(nameof(AtariVectorEnv));
        plan.Take(request);
        batch = null;
        RunTeam("Reset");
        resetRows.CopyTo(observations);
    }

    /// <inheritdoc/>
    protected override void OnStep(ReadOnlySpan<int> actions, StepBatch<byte> batch)
    {
        if (!isRunning || (AutoresetMode == AutoresetMode.Disabled && ended.AsSpan().Contains(true)))
        {
            throw new ResetNeededException(
                "A game has no episode to step. Call Reset first; where autoreset is disabled, reset what has ended.");
        }

        int wrong = actions.IndexOfAnyExceptInRange(0, worlds[0].Actions.Count - 1);
        if (wrong >= 0)
        {
            throw new InvalidActionException(
                $"The action {actions[wrong]} of environment {wrong} is not one of 0 to "
                + $"{worlds[0].Actions.Count - 1}.");
        }

        actions.CopyTo(this.actions);
        this.batch = batch;
        RunTeam("Step");
    }

    /// <inheritdoc/>
    protected override void SyncState(StateSync sync)
    {
        ArgumentNullException.ThrowIfNull(sync);
        sync.Sync(ref isRunning);
        sync.Sync(ended.AsSpan());
        foreach (PixelWorld world in worlds)
        {
            world.Sync(sync);
        }
    }

    /// <inheritdoc/>
    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            team.Dispose();
        }

        base.Dispose(disposing);
    }

    private void RunTeam(string what)
    {
        isRunning = false;
        team.Run();
        int failed = Array.FindIndex(failures, static failure => failure is not null);
        if (failed >= 0)
        {
            Exception cause = failures[failed]!;
            Array.Clear(failures);
            throw new VectorEnvException(failed, NumEnvs, what, cause);
        }

        isRunning = true;
    }

    private void ResetByPlan(int index)
    {
        Span<byte> row = resetRows.AsSpan(index * ObservationSize, ObservationSize);
        if (plan.Includes(index))
        {
            worlds[index].Reset(plan.SeedOf(index), row);
            ended[index] = false;
        }
        else
        {
            worlds[index].Show(row);
        }
    }

    private void StepOne(int index, StepBatch<byte> batch)
    {
        PixelWorld world = worlds[index];
        Span<byte> row = batch.ObservationAt(index);
        if (ended[index] && AutoresetMode == AutoresetMode.NextStep)
        {
            world.Reset(null, row);
            batch.Rewards[index] = 0;
            batch.Terminated[index] = false;
            batch.Truncated[index] = false;
            ended[index] = false;
            return;
        }

        world.Step(actions[index], row);
        batch.Rewards[index] = world.PaidReward;
        batch.Terminated[index] = world.Terminated;
        batch.Truncated[index] = world.Truncated;
        ended[index] = batch.DoneAt(index);
        if (ended[index] && AutoresetMode == AutoresetMode.SameStep)
        {
            row.CopyTo(batch.FinalObservationAt(index));
            finalInfos[index] = world.FinalInfo;
            world.Reset(null, row);
        }
    }
}
