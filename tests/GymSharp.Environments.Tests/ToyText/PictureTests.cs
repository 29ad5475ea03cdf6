using GymSharp.Rendering;

namespace GymSharp.Environments.ToyText.Tests;

public sealed class PictureTests
{
    private const int Lake = 64;
    private const int Cliff = 60;
    private const int Town = 50;

    [Theory]
    [InlineData("Blackjack", 600, 500)]
    [InlineData("FrozenLake", 256, 256)]
    [InlineData("FrozenLake 8x8", 512, 512)]
    [InlineData("CliffWalking", 720, 240)]
    [InlineData("Taxi", 550, 350)]
    public void Pictures_have_the_size_of_Gymnasiums_windows(string name, int width, int height)
    {
        using Env env = ToyTextCases.Create(name, RenderMode.RgbArray);
        env.ResetValue(0);
        Frame frame = env.Render()!;
        Assert.Equal((width, height), (frame.Width, frame.Height));
        Assert.Equal(frame.Pixels, env.Render()!.Pixels);
    }

    [Fact]
    public void Large_lakes_fit_into_512_pixels()
    {
        using FrozenLakeEnv env = new(FrozenLakeMaps.Random(30, 0.9, 0), renderMode: RenderMode.RgbArray);
        env.Reset(0);
        Frame frame = env.Render()!;
        Assert.Equal((512, 512), (frame.Width, frame.Height));
    }

    [Fact]
    public void The_elf_leaves_one_tile_and_enters_the_next()
    {
        using FrozenLakeEnv env = new(isSlippery: false, renderMode: RenderMode.RgbArray);
        env.Reset(0);
        Frame before = env.Render()!;
        env.Step(2);
        Frame after = env.Render()!;
        Assert.Equal([0, 1], Changed(before, after, Lake));
    }

    [Fact]
    public void A_hole_breaks_under_the_elf()
    {
        using FrozenLakeEnv env = new(isSlippery: false, renderMode: RenderMode.RgbArray);
        env.Reset(0);
        env.Step(2);
        Color hole = Pixel(env.Render()!, Lake + 32, Lake + 32);
        env.Step(1);
        Color broken = Pixel(env.Render()!, Lake + 32, Lake + 32);
        Assert.True(hole is { B: > 200, G: > 150 }, $"A hole is frozen over with light blue ice, not {hole}.");
        Assert.True(broken is { R: < 20, G: < 60, B: < 110 }, $"A broken hole is dark, not {broken}.");
    }

    [Fact]
    public void The_elf_looks_where_it_went()
    {
        using FrozenLakeEnv env = new(isSlippery: false, renderMode: RenderMode.RgbArray);
        env.Reset(0);
        List<byte[]> pictures = [env.Render()!.Pixels];
        foreach (int action in (ReadOnlySpan<int>)[0, 3])
        {
            env.Step(action);
            pictures.Add(env.Render()!.Pixels);
        }

        Assert.Equal(3, pictures.DistinctBy(Convert.ToHexString).Count());
    }

    [Fact]
    public void The_cliff_is_dark_and_the_meadow_green()
    {
        using CliffWalkingEnv env = new(renderMode: RenderMode.RgbArray);
        env.Reset(0);
        Frame frame = env.Render()!;
        for (int column = 1; column <= 10; column++)
        {
            Assert.True(Pixel(frame, (column * Cliff) + 30, (3 * Cliff) + 45) is { R: < 90, G: < 50, B: < 60 });
            Color meadow = Pixel(frame, (column * Cliff) + 1, Cliff + 1);
            Assert.True(meadow.G > meadow.R && meadow.G > meadow.B);
        }

        env.Step(0);
        Assert.All(Changed(frame, env.Render()!, Cliff), tile => Assert.Contains(tile, new[] { 12, 24, 36 }));
    }

    [Fact]
    public void Stations_have_their_colors()
    {
        using TaxiEnv env = new(renderMode: RenderMode.RgbArray);
        env.Reset(0);
        Frame frame = env.Render()!;
        Assert.True(Station(frame, 0, 0) is { R: > 150, G: < 90, B: < 90 });
        Assert.True(Station(frame, 0, 4) is { R: < 90, G: > 150, B: < 90 });
        Assert.True(Station(frame, 4, 0) is { R: > 150, G: > 150, B: < 90 });
        Assert.True(Station(frame, 4, 3) is { R: < 90, G: < 90, B: > 150 });
    }

    [Fact]
    public void The_taxi_shows_its_direction_also_after_a_pickup()
    {
        using TaxiEnv env = new(renderMode: RenderMode.RgbArray);
        env.Reset(1);
        env.Step(3);
        Frame west = env.Render()!;
        env.Step(5);
        Assert.Equal(west.Pixels, env.Render()!.Pixels);
        int state = env.State;
        env.Step(1);
        env.Step(0);
        Assert.Equal(state, env.State);
        Assert.NotEqual(west.Pixels, env.Render()!.Pixels);
    }

    [Fact]
    public void A_usable_ace_and_the_suit_are_shown()
    {
        HashSet<string> aces = [];
        HashSet<string> cards = [];
        for (ulong seed = 0; seed < 60; seed++)
        {
            using BlackjackEnv env = new(renderMode: RenderMode.RgbArray);
            (object[] observation, _) = env.Reset(seed);
            Frame frame = env.Render()!;
            aces.Add($"{observation[2]} {HasLight(frame, 200, 400, 430, 460)}");
            cards.Add(Convert.ToHexString(Part(frame, 170, 83, 118, 160)));
            Assert.Equal(new Color(7, 99, 36), Pixel(frame, 2, 2));
        }

        Assert.Equal(["0 False", "1 True"], aces.Order(StringComparer.Ordinal));
        Assert.True(cards.Count > 20, $"Sixty games showed only {cards.Count} cards.");
    }

    private static Color Station(Frame frame, int row, int column) =>
        Pixel(frame, (((2 * column) + 1) * Town) + 46, ((row + 1) * Town) + 56);

    private static Color Pixel(Frame frame, int x, int y)
    {
        int at = ((y * frame.Width) + x) * 3;
        return new Color(frame.Pixels[at], frame.Pixels[at + 1], frame.Pixels[at + 2]);
    }

    private static SortedSet<int> Changed(Frame before, Frame after, int cell)
    {
        SortedSet<int> tiles = [];
        for (int y = 0; y < before.Height; y++)
        {
            for (int x = 0; x < before.Width; x++)
            {
                if (Pixel(before, x, y) != Pixel(after, x, y))
                {
                    tiles.Add((y / cell * (before.Width / cell)) + (x / cell));
                }
            }
        }

        return tiles;
    }

    private static bool HasLight(Frame frame, int left, int right, int top, int bottom)
    {
        for (int y = top; y < bottom; y++)
        {
            for (int x = left; x < right; x++)
            {
                if (Pixel(frame, x, y) is { R: > 200, B: > 200 })
                {
                    return true;
                }
            }
        }

        return false;
    }

    private static byte[] Part(Frame frame, int left, int top, int width, int height) =>
        [.. Enumerable.Range(top, height).SelectMany(
            y => frame.Pixels.AsSpan(((y * frame.Width) + left) * 3, width * 3).ToArray())];
}
