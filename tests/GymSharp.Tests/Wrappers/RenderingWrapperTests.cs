using GymSharp.Rendering;
using GymSharp.Wrappers;

namespace GymSharp.Tests.Wrappers;

public sealed class RenderingWrapperTests
{
    [Fact]
    public void Frames_are_collected_since_the_last_call()
    {
        RenderCollection<byte[], int> env = new PictureEnv([4, 5, 3]).RenderCollection();
        env.Reset(seed: 1);
        for (int i = 0; i < 5; i++)
        {
            env.Step(0);
        }

        Assert.Equal(6, env.RenderAll().Count);
        Assert.Empty(env.RenderAll());
        env.Step(0);
        Assert.Single(env.RenderAll());
    }

    [Theory]
    [InlineData(true, 6)]
    [InlineData(false, 12)]
    public void A_reset_forgets_frames_where_asked(bool resetClean, int count)
    {
        RenderCollection<byte[], int> env = new PictureEnv([4, 5, 3]).RenderCollection(popFrames: false, resetClean);
        for (int episode = 0; episode < 2; episode++)
        {
            env.Reset(seed: 1);
            for (int i = 0; i < 5; i++)
            {
                env.Step(0);
            }
        }

        Assert.Equal(count, env.RenderAll().Count);
        Assert.Equal(count, env.RenderAll().Count);
        Assert.Throws<ArgumentException>(() => new SilentEnv().RenderCollection());
    }

    [Fact]
    public void Noise_needs_pictures_and_leaves_those_below_alone()
    {
        PictureEnv env = new([4, 5, 3]);
        AddWhiteNoise<byte[], int> noisy = env.AddWhiteNoise(0.9);
        noisy.Reset(seed: 1);
        byte[] before = env.Render()!.Pixels;
        Assert.NotEqual(before, noisy.Render()!.Pixels);
        Assert.Equal(before, env.Render()!.Pixels);
        env.RenderInstead = () => new Frame("text");
        Assert.Throws<InvalidOperationException>(() => noisy.Render());
        env.RenderInstead = () => null;
        Assert.Null(noisy.Render());
    }

    [Fact]
    public void People_see_every_reset_and_step()
    {
        RecordingDisplay display = new();
        HumanRendering<byte[], int> env = new PictureEnv([4, 5, 3]).HumanRendering(display);
        Assert.Equal(RenderMode.Human, env.RenderMode);
        Assert.Contains(RenderMode.Human, env.Metadata.RenderModes);
        env.Reset(seed: 1);
        env.Step(0);
        Assert.Null(env.Render());
        Assert.Equal(2, display.Frames.Count);
        Assert.Equal(30, display.FramesPerSecond);
        env.Dispose();
        Assert.True(display.IsDisposed);
    }

    [Fact]
    public void People_need_pictures_of_one_size()
    {
        Assert.Throws<ArgumentException>(() => new SilentEnv().HumanRendering(new RecordingDisplay()));
        PictureEnv env = new([4, 5, 3]);
        HumanRendering<byte[], int> shown = env.HumanRendering(new RecordingDisplay());
        shown.Reset(seed: 1);
        env.RenderInstead = () => new Frame(1, 1, [1, 2, 3]);
        Assert.Throws<InvalidOperationException>(() => shown.Step(0));
        env.RenderInstead = () => null;
        Assert.Throws<InvalidOperationException>(() => shown.Step(0));
    }

    [Fact]
    public void A_terminal_shows_two_pixels_per_character()
    {
        StringWriter text = new();
        using (TerminalDisplay display = new(text))
        {
            display.Show(new Frame(2, 3, [255, 0, 0, 255, 0, 0, 0, 0, 255, 0, 0, 255, 1, 2, 3, 4, 5, 6]), 30);
        }

        Assert.Equal(
            "\u001b[2J\u001b[?25l\u001b[H"
            + "\u001b[38;2;255;0;0m\u001b[48;2;0;0;255m▀▀\u001b[0m\n"
            + "\u001b[38;2;1;2;3m\u001b[48;2;0;0;0m▀\u001b[38;2;4;5;6m\u001b[48;2;0;0;0m▀\u001b[0m\n"
            + "\u001b[0m\u001b[?25h\n",
            text.ToString());
    }

    [Fact]
    public void A_narrow_terminal_shows_reduced_pictures_and_text_as_it_is()
    {
        StringWriter text = new();
        using TerminalDisplay display = new(text, columns: 2);
        display.Show(new Frame(4, 4, [.. Enumerable.Repeat((byte)7, 48)]), 30);
        Assert.Equal(2, text.ToString().Count(letter => letter == '▀'));
        display.Show(new Frame("SFFF"), 30);
        Assert.Contains("SFFF", text.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void A_terminal_keeps_the_pace_of_the_environment()
    {
        ManualTime time = new();
        List<TimeSpan> pauses = [];
        using TerminalDisplay display = new(TextWriter.Null, pause: pauses.Add, time: time);
        Frame frame = new("x");
        display.Show(frame, 10);
        time.Advance(TimeSpan.FromMilliseconds(40));
        display.Show(frame, 10);
        time.Advance(TimeSpan.FromMilliseconds(400));
        display.Show(frame, 10);
        Assert.Equal([TimeSpan.FromMilliseconds(60)], pauses);
        display.Dispose();
        Assert.Throws<ObjectDisposedException>(() => display.Show(frame, 10));
    }

    [Fact]
    public void Pictures_of_equal_size_are_copied()
    {
        AreaResizer resizer = new(new PictureSize(2, 3, 1), 2, 3);
        byte[] result = new byte[6];
        resizer.Resize([1, 2, 3, 4, 5, 6], result);
        Assert.Equal([1, 2, 3, 4, 5, 6], result);
        Assert.Throws<ArgumentException>(() => resizer.Resize([1], result));
        Assert.Throws<ArgumentOutOfRangeException>(() => new AreaResizer(new PictureSize(0, 1, 1), 1, 1));
    }

    [Theory]
    [InlineData(1, 1)]
    [InlineData(3, 2)]
    [InlineData(5, 9)]
    [InlineData(20, 21)]
    [InlineData(4, 20)]
    public void A_plain_picture_stays_plain_at_any_size(int height, int width)
    {
        AreaResizer resizer = new(new PictureSize(7, 9, 4), height, width);
        byte[] source = new byte[7 * 9 * 4];
        Array.Fill(source, (byte)200);
        byte[] result = new byte[height * width * 4];
        resizer.Resize(source, result);
        Assert.All(result, value => Assert.Equal(200, value));
    }

    [Theory]
    [InlineData(210, 160, 5, 4)]
    [InlineData(12, 21, 3, 7)]
    [InlineData(6, 38, 2, 2)]
    [InlineData(300, 17, 300, 17)]
    public void Grey_pictures_shrink_as_each_color_does(int height, int width, int down, int across)
    {
        byte[] grey = new byte[height * width];
        byte[] color = new byte[3 * grey.Length];
        for (int i = 0; i < color.Length; i++)
        {
            grey[i / 3] = (byte)(i / 3 * 73 % 256);
            color[i] = grey[i / 3];
        }

        byte[] small = new byte[height / down * (width / across)];
        byte[] smallColor = new byte[3 * small.Length];
        new AreaResizer(new PictureSize(height, width, 1), height / down, width / across).Resize(grey, small);
        new AreaResizer(new PictureSize(height, width, 3), height / down, width / across).Resize(color, smallColor);
        Assert.Equal(smallColor.Where((_, i) => i % 3 == 0), small);
    }

    [Fact]
    public void Halving_rounds_halves_up_for_known_channel_counts_only()
    {
        byte[] one = new byte[1];
        new AreaResizer(new PictureSize(2, 2, 1), 1, 1).Resize([0, 1, 1, 0], one);
        Assert.Equal(1, one[0]);
        byte[] two = new byte[2];
        new AreaResizer(new PictureSize(2, 2, 2), 1, 1).Resize([0, 0, 1, 1, 1, 1, 0, 0], two);
        Assert.Equal([0, 0], two);
    }

    private sealed class RecordingDisplay : IFrameDisplay
    {
        public List<Frame> Frames { get; } = [];

        public int FramesPerSecond { get; private set; }

        public bool IsDisposed { get; private set; }

        public void Show(Frame frame, int framesPerSecond)
        {
            Frames.Add(frame);
            FramesPerSecond = framesPerSecond;
        }

        public void Dispose() => IsDisposed = true;
    }
}
