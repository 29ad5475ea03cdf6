using FsCheck;
using FsCheck.Fluent;

namespace GymSharp.Learning.Runs;

public sealed class RunDescriptionTests
{
    private static readonly RunDescription Example = new()
    {
        Algorithm = "q-learning",
        Environment = "Taxi-v4",
        EnvironmentArguments = new() { ["is_rainy"] = true },
        Options = new() { ["learning_rate"] = 0.1 },
        Seed = ulong.MaxValue,
        Steps = 12345,
        Command = "gymsharp train q-learning Taxi-v4",
    };

    [Fact]
    public void A_description_comes_back()
    {
        RunDescription read = RunDescription.FromJson(Example.ToJson());
        Assert.Equal(Example.ToJson(), read.ToJson());
        Assert.Equal(ulong.MaxValue, read.Seed);
    }

    [Fact]
    public void What_is_missing_is_named()
    {
        RunFormatException error = Assert.Throws<RunFormatException>(() => RunDescription.FromJson("{\"algorithm\": \"sarsa\"}"));
        Assert.Contains("'environment' is missing", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Damaged_text_gives_one_clear_error()
    {
        string text = Example.ToJson();
        Prop.ForAll<int, byte>((where, what) =>
        {
            char[] letters = text.ToCharArray();
            letters[(int)((uint)where % (uint)letters.Length)] = (char)(what % 96 + 32);
            try
            {
                RunDescription.FromJson(new string(letters));
            }
            catch (RunFormatException error)
            {
                return error.Message.Contains("run.json", StringComparison.Ordinal);
            }

            return true;
        }).QuickCheckThrowOnFailure();
    }
}
