using GymSharp.Environments.MinAtar;
using GymSharp.Rendering;

namespace GymSharp.Environments.Tests.MinAtar;

/// <summary>Pictures.</summary>
public sealed class MinAtarRenderTests
{
    // The palette seaborn gives as color_palette("cubehelix", n), times 255, rounded.
    private static readonly Dictionary<int, (byte R, byte G, byte B)[]> Palettes = new()
    {
        [4] = [(22, 61, 78), (84, 121, 47), (208, 126, 147), (193, 202, 243)],
        [6] = [(26, 36, 65), (27, 97, 69), (105, 123, 48), (200, 123, 124), (205, 162, 224), (198, 225, 241)],
        [7] =
        [
            (27, 30, 59), (22, 83, 76), (68, 119, 49), (161, 121, 74),
            (212, 132, 169), (198, 180, 238), (203, 232, 240),
        ],
        [10] =
        [
            (25, 18, 43), (23, 52, 76), (24, 91, 72), (60, 118, 50), (126, 122, 54),
            (188, 121, 103), (212, 134, 175), (202, 169, 231), (194, 210, 243), (214, 240, 239),
        ],
    };

    public static TheoryData<string> Games => MinAtarCases.Names;

    [Theory]
    [MemberData(nameof(Games))]
    public void Each_cell_has_the_colour_of_its_last_channel(string game)
    {
        MinAtarEnv env = MinAtarCases.Env(game, new MinAtarOptions { RenderMode = RenderMode.RgbArray });
        bool[] state = env.Reset(6).Observation;
        for (int step = 0; step < 60; step++)
        {
            Frame frame = env.Render()!;
            Assert.Equal((200, 200), (frame.Width, frame.Height));
            CheckCells(frame, state, env.Game.Channels.Count);
            Step<bool[]> result = env.Step(step % 6);
            state = result.Done ? env.Reset().Observation : result.Observation;
        }
    }

    [Fact]
    public void Cells_are_squares_of_18_pixels_with_lines_between_them()
    {
        MinAtarEnv env = MinAtarCases.Env("breakout", new MinAtarOptions { RenderMode = RenderMode.RgbArray });
        env.Reset(0);
        Frame frame = env.Render()!;
        for (int y = 0; y < 200; y++)
        {
            for (int x = 0; x < 200; x++)
            {
                bool line = x % 20 is 0 or 19 || y % 20 is 0 or 19;
                Assert.Equal(line, Pixel(frame, x, y) == (28, 28, 28));
                if (!line)
                {
                    Assert.Equal(Pixel(frame, (x / 20 * 20) + 10, (y / 20 * 20) + 10), Pixel(frame, x, y));
                }
            }
        }
    }

    [Fact]
    public void Rendering_changes_nothing_and_needs_a_mode()
    {
        MinAtarEnv silent = MinAtarCases.Env("seaquest");
        silent.Reset(1);
        Assert.Null(silent.Render());
        MinAtarEnv env = MinAtarCases.Env("seaquest", new MinAtarOptions { RenderMode = RenderMode.RgbArray });
        Assert.Equal((0, 0, 0), Pixel(env.Render()!, 10, 10));
        env.Reset(1);
        byte[] before = env.SaveState();
        Assert.Equal(env.Render()!.Pixels, env.Render()!.Pixels);
        Assert.Equal(before, env.SaveState());
    }

    private static void CheckCells(Frame frame, bool[] state, int channels)
    {
        for (int cell = 0; cell < 100; cell++)
        {
            int shown = state.AsSpan(cell * channels, channels).LastIndexOf(true);
            (byte R, byte G, byte B) expected = shown < 0 ? default : Palettes[channels][shown];
            Assert.Equal(expected, Pixel(frame, (cell % 10 * 20) + 10, (cell / 10 * 20) + 10));
        }
    }

    private static (byte R, byte G, byte B) Pixel(Frame frame, int x, int y)
    {
        int at = ((y * frame.Width) + x) * 3;
        return (frame.Pixels[at], frame.Pixels[at + 1], frame.Pixels[at + 2]);
    }
}
