using GymSharp.Physics2D.Scenes;

namespace GymSharp.Physics2D;

/// <summary>Every step of the recorded scenes, bit for bit.</summary>
public sealed class SceneTests
{
    public static TheoryData<string> Names => [.. RecordedScene.Names()];

    [Theory]
    [MemberData(nameof(Names))]
    public void Scenes_are_those_of_Box2D_to_the_last_bit(string name)
    {
        RecordedScene recorded = RecordedScene.Open(name);
        recorded.Matches(Scene.Play(recorded.Lines));
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void A_world_saved_and_loaded_steps_on_with_the_same_bits(string name)
    {
        RecordedScene recorded = RecordedScene.Open(name);
        int steps = 0;
        recorded.Matches(Scene.Play(recorded.Lines, scene => scene.BeforeStep = world =>
        {
            if (++steps % 7 != 0)
            {
                return world;
            }

            byte[] saved = world.Save();
            World loaded = World.Load(saved);
            Assert.Equal(saved, loaded.Save());
            return loaded;
        }));
    }

    [Fact]
    public void A_scene_with_one_bit_changed_is_told_from_the_recorded_one()
    {
        RecordedScene recorded = RecordedScene.Open("pile-hinges");
        string[] lines = [.. recorded.Lines];
        int body = Array.FindLastIndex(lines, line => line.StartsWith("body", StringComparison.Ordinal));
        string[] words = lines[body].Split(' ');
        words[2] = (Convert.ToUInt32(words[2], 16) + 1).ToString("x8");
        lines[body] = string.Join(' ', words);
        Assert.NotEqual(recorded.Expected[0], Scene.Play(lines)[0]);
    }
}
