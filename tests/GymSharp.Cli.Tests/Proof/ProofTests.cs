using System.Text.Json.Nodes;
using GymSharp.Cli.Output;
using GymSharp.Cli.Running;

namespace GymSharp.Cli.Proof;

public sealed class ProofTests : Workplace
{
    private readonly StringWriter said = new();

    [Fact]
    public void Seeds_are_trained_evaluated_and_compared()
    {
        IReadOnlyList<CellResult> results = Prove(Cell(goal: -1000), Cell("random", goal: 1000));
        Assert.Equal([true, false], results.Select(result => result.IsMet));
        Assert.All(results, result => Assert.Equal([0UL, 1], result.Seeds.Select(seed => seed.Seed)));
        double[] means = [.. results[0].Seeds.Select(seed => seed.Evaluation!.Value.MeanReturn)];
        Assert.Equal(means.Average(), results[0].Mean, 12);
        Assert.Equal(Math.Abs(means[0] - means[1]) / 2, results[0].SeedSpread, 12);
        Assert.Contains("[4/4]", said.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void What_is_finished_is_not_run_again_unless_something_changed()
    {
        Prove(Cell());
        DateTime first = Written();
        Assert.Equal(2, Prove(Cell()).Single().Seeds.Count);
        Assert.Equal(first, Written());
        Prove(Cell() with { Options = new JsonObject { ["episodes"] = 3 } });
        Assert.NotEqual(first, Written());
        DateTime second = Written();
        Prove(again: true, Cell() with { Options = new JsonObject { ["episodes"] = 3 } });
        Assert.NotEqual(second, Written());
    }

    [Fact]
    public void What_was_interrupted_is_continued()
    {
        IReadOnlyList<CellResult> whole = Prove(Cell());
        string directory = whole[0].Seeds[1].Directory;
        File.Delete(Path.Combine(directory, "proof.json"));
        File.WriteAllText(Path.Combine(whole[0].Seeds[0].Directory, "proof.json"), "{\"seed\":");
        CellResult parts = Assert.Single(Prove(Cell()));
        Assert.Equal(whole[0].Mean, parts.Mean);
        Assert.Contains("resumed at step", File.ReadAllText(Path.Combine(directory, "output.log")), StringComparison.Ordinal);
    }

    [Fact]
    public void A_run_that_does_not_know_an_option_has_its_default()
    {
        Prove(Cell());
        string file = Path.Combine(Path.GetDirectoryName(Result)!, "run.json");
        JsonNode run = JsonNode.Parse(File.ReadAllText(file))!;
        Assert.True(run["options"]!.AsObject().Remove("episodes"));
        File.WriteAllText(file, run.ToJsonString());
        DateTime first = Written();
        Prove(Cell());
        Assert.Equal(first, Written());
    }

    [Fact]
    public void Asked_for_what_is_finished_it_trains_nothing()
    {
        ProofCell cell = Cell() with { Seeds = 1 };
        ProofRequest request = Request() with { OnlyFinished = true };
        CancellationToken token = TestContext.Current.CancellationToken;
        Assert.Empty(new ProofRunner(request, said).Run([Cell()], token));
        double mean = Prove(cell).Single().Mean;
        File.Delete(Path.Combine(request.RunDirectory(cell, 0), "proof.json"));
        CellResult result = Assert.Single(new ProofRunner(request, said).Run([Cell()], token));
        Assert.Equal(mean, result.Mean);
        Assert.Single(result.Seeds);
    }

    [Fact]
    public void What_goes_wrong_in_a_run_is_told_as_if_it_had_run_alone()
    {
        Directory.CreateDirectory(this["proof/runs"]);
        Write("proof/runs/first-agents", "in the way");
        Run("prove random-search --quick --output proof").FailedWith("random-search-0' cannot be written");
    }

    [Fact]
    public void Asked_for_what_is_finished_it_tells_of_runs_that_failed()
    {
        ProofCell cell = Cell() with { Seeds = 1 };
        string directory = Prove(cell).Single().Seeds[0].Directory;
        string file = Path.Combine(directory, "run.json");
        JsonNode run = JsonNode.Parse(File.ReadAllText(file))!;
        run["status"] = "failed";
        File.WriteAllText(file, run.ToJsonString());
        File.Delete(Path.Combine(directory, "proof.json"));
        string log = Path.Combine(directory, "output.log");
        File.AppendAllText(log, "Update 7 failed\n");
        Assert.Equal("Update 7 failed", Assert.Single(Finished(again: false, cell).Seeds).Failure);
        File.Delete(log);
        SeedResult failed = Assert.Single(Finished(again: false, cell).Seeds);
        Assert.Equal((0UL, directory, "the run failed"), (failed.Seed, failed.Directory, failed.Failure));
        Assert.True(File.Exists(file));

        // Without being asked for what is finished it is run again.
        Assert.Null(Prove(cell).Single().Seeds[0].Failure);
    }

    [Fact]
    public void Asked_for_what_is_finished_it_deletes_nothing()
    {
        ProofCell cell = Cell() with { Seeds = 1 };
        Prove(cell);
        DateTime first = Written();
        Assert.Single(Finished(again: true, cell).Seeds);
        Assert.Equal(first, Written());
        Run("prove --quick --finished --again").RefusedWith("--finished", "--again", "Leave one of them out");
    }

    [Fact]
    public void Cancelled_it_says_nothing_of_what_is_not_finished()
    {
        using CancellationTokenSource stop = new();
        stop.Cancel();
        Assert.Empty(new ProofRunner(Request(), said).Run([Cell()], stop.Token));
    }

    [Fact]
    public void The_page_has_a_row_per_cell_and_a_picture_per_environment()
    {
        ProofReport report = new(Request(), "gymsharp prove");
        string page = File.ReadAllText(report.Write(Prove(
            Cell() with { Published = 12.5, Spread = 2, Goal = 11.5, Source = "a book" }, Cell("random"))));
        Assert.Contains("| CartPole-v1 | random-search | ", page, StringComparison.Ordinal);
        Assert.Contains("| 12.5 ± 2 | a book | 11.5 | ", page, StringComparison.Ordinal);
        Assert.Contains("| – |  | – | – |", page, StringComparison.Ordinal);
        Assert.Contains("![Learning curves on CartPole-v1](curves/CartPole-v1.png)", page, StringComparison.Ordinal);
        Assert.True(new FileInfo(this["proof/curves/CartPole-v1.png"]).Length > 1000);
        JsonNode json = JsonNode.Parse(File.ReadAllText(this["proof/results.json"]))!;
        Assert.Equal(2, json["cells"]!.AsArray().Count);
        Assert.Equal(2, json["cells"]![0]!["seeds"]!.AsArray().Count);
    }

    [Fact]
    public void A_failed_seed_fails_its_cell()
    {
        CellResult result = new(
            Cell(goal: 5),
            [
                new() { Seed = 0, Directory = "a", Evaluation = new(10, 1, 9, 11, 10, 5), Steps = 100, Seconds = 2 },
                new() { Seed = 1, Directory = "b", Failure = "the loss became not a number" },
            ]);
        Assert.False(result.IsMet);
        Assert.Equal(10, result.Mean);
        Assert.Null(ProofCurves.Series(result));
    }

    [Fact]
    public void Episodes_that_reach_the_task_s_own_goal_count_where_that_is_asked_for()
    {
        ProofCell cell = Cell() with { SuccessGoal = 0.9 };
        CellResult Reached(params double?[] shares) => new(cell, [.. shares.Select((share, seed) => new SeedResult
        {
            Seed = (ulong)seed,
            Directory = "a",
            Evaluation = new(-2, 1, -3, 0, 50, 5) { SuccessRate = share },
        })]);
        Assert.Equal("90 %", cell.GoalText);
        Assert.Equal("-1.5, 90 %", (cell with { Goal = -1.5 }).GoalText);
        Assert.True(Reached(0.8, 1).IsMet);
        Assert.False(Reached(0.8, 0.9).IsMet);
        Assert.False(Reached(1, null).IsMet);
        Assert.False((Reached(1, 1) with { Cell = cell with { Goal = -1.5 } }).IsMet);
        string page = File.ReadAllText(new ProofReport(Request(), "gymsharp prove").Write([Reached(0.8, 1)]));
        Assert.Contains("| -2 (90 % reach the goal) |", page, StringComparison.Ordinal);
        Assert.Contains("| 90 % | yes |", page, StringComparison.Ordinal);
    }

    [Fact]
    public void What_is_kept_of_a_seed_is_read_again()
    {
        Directory.CreateDirectory(this["kept"]);
        SeedResult result = new()
        {
            Seed = 3,
            Directory = this["kept"],
            Steps = 20,
            AgentStep = 10,
            Seconds = 1.25,
            Evaluation = new(-2, 1, -3, 0, 50, 5) { SuccessRate = 0.75 },
        };
        result.Write();
        Assert.Equal(result, SeedResult.Read(this["kept"]));
    }

    [Fact]
    public void The_list_names_every_cell_once_with_a_goal_from_what_is_published()
    {
        IReadOnlyList<ProofCell> cells = ProofList.Embedded.Cells;
        Assert.Equal(cells.Count, cells.Select(cell => cell.Name).Distinct(StringComparer.Ordinal).Count());
        ProofCell acrobot = Assert.Single(ProofList.Embedded.Select(["a2c", "acrobot"], quick: false));
        Assert.Equal(-83.4 - 8.6, acrobot.Goal!.Value, 12);
        Assert.NotEmpty(ProofList.Embedded.Select([], quick: true));
        Assert.Contains(
            "Words to choose by: ",
            Assert.Throws<UsageException>(() => ProofList.Embedded.Select(["chess"], quick: false)).Message,
            StringComparison.Ordinal);
    }

    [Fact]
    public void The_short_form_is_met_and_gone_through_only_once()
    {
        JsonNode json = Run("prove --quick --jobs 2 --output proof --json").Succeeded().Json;
        JsonNode[] cells = [.. json["cells"]!.AsArray().Select(cell => cell!)];
        Assert.Equal(
            ["random-search", "ppo", "dqn"], cells.Select(cell => cell["algorithm"]!.GetValue<string>()));
        Assert.All(cells, cell =>
        {
            Assert.True(cell["met"]!.GetValue<bool>(), cell.ToJsonString());
            Assert.Equal(20, Assert.Single(cell["seeds"]!.AsArray())!["evaluation"]!["episodes"]!.GetValue<int>());
        });
        Assert.Contains("| CartPole-v1 | ppo | 500 |", File.ReadAllText(this["proof/results.md"]), StringComparison.Ordinal);
        string proof = this["proof/runs/classic-control/CartPole-v1/ppo-0/proof.json"];
        Assert.True(File.Exists(proof), proof);
        DateTime first = File.GetLastWriteTimeUtc(proof);
        Run("prove --quick --output proof").Succeeded();
        Assert.Equal(first, File.GetLastWriteTimeUtc(proof));
    }

    [Fact]
    public void Cells_of_one_algorithm_and_environment_are_told_apart()
    {
        IReadOnlyList<CellResult> results = Prove(Cell(), Cell() with { Variant = "longer", Steps = 4000 });
        Assert.Equal(["random-search-0", "random-search-longer-0"], results.Select(result => Path.GetFileName(result.Seeds[0].Directory)));
        string page = File.ReadAllText(new ProofReport(Request(), "gymsharp prove").Write(results));
        Assert.Contains("| CartPole-v1 | random-search-longer | ", page, StringComparison.Ordinal);
    }

    [Fact]
    public void The_list_is_shown() =>
        Assert.Contains("-105.77", Run("prove dqn MountainCar --list").Succeeded().Output, StringComparison.Ordinal);

    private string Result => this["runs/test/CartPole-v1/random-search-0/proof.json"];

    private static ProofCell Cell(string algorithm = "random-search", double? goal = null) => new()
    {
        Group = "test",
        Algorithm = algorithm,
        Environment = "CartPole-v1",
        Steps = 2000,
        Seeds = 2,
        Goal = goal,
    };

    private ProofRequest Request(bool again = false) => new()
    {
        Jobs = 2,
        Output = this["proof"],
        Runs = this["runs"],
        Again = again,
    };

    private IReadOnlyList<CellResult> Prove(params ProofCell[] cells) => Prove(again: false, cells);

    private IReadOnlyList<CellResult> Prove(bool again, params ProofCell[] cells) =>
        new ProofRunner(Request(again), said).Run(cells, TestContext.Current.CancellationToken);

    private CellResult Finished(bool again, ProofCell cell) => Assert.Single(
        new ProofRunner(Request(again) with { OnlyFinished = true }, said)
            .Run([cell], TestContext.Current.CancellationToken));

    private DateTime Written() => File.GetLastWriteTimeUtc(Result);
}
