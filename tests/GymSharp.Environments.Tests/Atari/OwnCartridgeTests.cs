using GymSharp.Environments.Atari;
using GymSharp.Environments.Atari.Games;
using GymSharp.Environments.Atari.Heuristics;
using GymSharp.Environments.Atari.Roms;
using GymSharp.Randomness;

namespace GymSharp.Environments.Tests.Atari;

public sealed class OwnCartridgeTests
{
    private const int Waiting = 0;
    private const int Playing = 1;
    private static readonly AtariAction[] Moves =
    [
        AtariAction.Noop, AtariAction.Fire, AtariAction.Right, AtariAction.Left,
        AtariAction.RightFire, AtariAction.LeftFire,
    ];

    public static TheoryData<string> Games => [.. GameTable.OwnNames];

    [Theory]
    [MemberData(nameof(Games))]
    public void A_cartridge_has_4_KB_and_starts_in_them(string game)
    {
        byte[] image = OwnCartridges.Read(game);
        Assert.Equal(4096, image.Length);
        Assert.Equal(0xF0, image[0xFFD]);
    }

    [Theory]
    [MemberData(nameof(Games))]
    public void Every_frame_of_random_play_has_262_lines(string game)
    {
        CartridgePlayer player = new(game);
        player.StartGame();
        for (ulong seed = 0; seed < 4; seed++)
        {
            player.Play(RandomMoves(seed), 3000);
            player.PressReset();
        }

        Assert.Equal([262], player.Lines);
    }

    [Fact]
    public void Laser_Invaders_has_262_lines_in_every_state_and_place()
    {
        CartridgePlayer player = new("laser_invaders");
        player.StartGame();
        Assert.Equal(Playing, player["state"]);
        for (int wave = 0; wave < 12; wave++)
        {
            player["lives"] = 3;
            player.PlayByHeuristic(120);
            player["alive"] = 1;
            for (int row = 1; row < 5; row++)
            {
                player["ranks", row] = 0;
            }

            player["ranks", 0] = 1 << (wave % 6);
            player.PlayByHeuristic(900);
        }

        player.Play(AtariAction.Noop, 2500);
        Assert.Equal([262], player.Lines);
        Assert.Equal([0, 1, 2, 3], player.States.Order());
        Assert.True(player["wave"] > 3);
    }

    [Fact]
    public void Invaders_that_land_end_the_game_however_many_cannons_are_left()
    {
        CartridgePlayer player = new("laser_invaders");
        player.StartGame();
        for (int frame = 0; frame < 3000 && player["state"] != Waiting; frame++)
        {
            player["step"] = 1;
            player["bomby"] = 255;
            player["bomby", 1] = 255;
            Assert.True(player["lives"] is 3 or 0);
            player.Play(AtariAction.Noop, 1);
        }

        Assert.Equal(Waiting, player["state"]);
        Assert.Equal([262], player.Lines);
        Assert.All(Enumerable.Range(0, 16), block => Assert.Equal(0, player["bunkers", block]));
    }

    [Fact]
    public void Invaders_of_later_waves_count_more()
    {
        Assert.Equal([5, 10, 15, 20, 20], Enumerable.Range(0, 5).Select(PointsOfLastInvader));

        static int PointsOfLastInvader(int wave)
        {
            CartridgePlayer player = new("laser_invaders");
            player.StartGame();
            player["wave"] = wave;
            player["saucer"] = 255;
            player["laserx"] = player["column"] + 3;
            player["lasery"] = 22 + player["height"] + 8 + 4 * 18 + 8 + 8;
            player.Play(AtariAction.Noop, 2);
            return player.Score;
        }
    }

    [Fact]
    public void Wall_has_262_lines_in_every_state_and_builds_itself_anew()
    {
        CartridgePlayer player = new("wall");
        player.StartGame();
        for (int level = 0; level < 3; level++)
        {
            player.PlayByHeuristic(600);
            player["lives"] = 5;
            for (int part = 0; part < 36; part++)
            {
                player["bricks", part] = part == 6 ? 0x03 : 0;
            }

            player["left"] = 1;
            for (int frame = 0; frame < 20_000 && player["level"] == level; frame++)
            {
                player["lives"] = 5;
                player.PlayByHeuristic(1);
            }

            Assert.Equal(level + 1, player["level"]);
            Assert.True(player["left"] > 100);
        }

        player["lives"] = 1;
        player.Play(AtariAction.Left, 1500);
        Assert.Equal([262], player.Lines);
        Assert.Equal([0, 1, 2, 3], player.States.Order());
    }

    [Fact]
    public void The_upper_the_row_the_more_a_brick_is_worth()
    {
        Assert.Equal([1, 2, 3, 4, 5, 7], Enumerable.Range(0, 6).Select(PointsOfRow));

        static int PointsOfRow(int row)
        {
            CartridgePlayer player = new("wall");
            player.StartGame();
            player.Play(AtariAction.Fire, 2);
            player["ballx"] = 80;
            player["bally"] = 42 + (5 - row) * 7 + 5 + 4;
            player.Play(AtariAction.Noop, 1);
            return player.Score;
        }
    }

    [Theory]
    [MemberData(nameof(Games))]
    public void After_the_end_the_score_stands_until_RESET(string game)
    {
        CartridgePlayer player = new(game);
        player.StartGame();
        player.PlayByHeuristic(800);
        player["lives"] = 1;
        for (int frame = 0; frame < 4000 && player["state"] != Waiting; frame++)
        {
            player.Play(AtariAction.Noop, 1);
        }

        int score = player.Score;
        Assert.True(score > 0);
        player.Play(AtariAction.Fire, 200);
        Assert.Equal((Waiting, score), (player["state"], player.Score));
        player.PressReset();
        Assert.NotEqual(Waiting, player["state"]);
        Assert.Equal(0, player.Score);
    }

    [Theory]
    [MemberData(nameof(Games))]
    public void The_memory_of_two_consoles_stays_the_same_under_the_same_actions(string game)
    {
        byte[][] memories = [.. Enumerable.Range(0, 2).Select(_ =>
        {
            CartridgePlayer player = new(game);
            player.StartGame();
            player.Play(RandomMoves(5), 1000);
            return player.Console.Ram.ToArray();
        })];
        Assert.Equal(memories[0], memories[1]);
    }

    [Theory]
    [InlineData("laser_invaders", 5)]
    [InlineData("wall", 5)]
    public void The_hand_written_player_is_several_times_as_good_as_random_play(string game, int times)
    {
        double random = MeanScore(game, heuristic: false);
        double heuristic = MeanScore(game, heuristic: true);
        Assert.True(heuristic > times * random, $"{game}: heuristic {heuristic}, random {random}");
    }

    [Fact]
    public void An_unknown_cartridge_is_refused_with_the_names_of_all()
    {
        ArgumentException error = Assert.Throws<ArgumentException>(() => OwnCartridges.Read("pong"));
        Assert.Contains("laser_invaders, wall", error.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("ALE/LaserInvaders-v5")]
    [InlineData("ALE/Wall-v5")]
    [InlineData("ALE/Wall-ram-v5")]
    [InlineData("LaserInvadersNoFrameskip-v4")]
    public void Our_games_need_no_ROM_and_bring_a_player(string id)
    {
        using Env<byte[], int> env = Gym.Make<byte[], int>(id);
        var game = Assert.IsType<IHasHeuristic<byte[], int>>(env.Unwrapped, exactMatch: false);
        Assert.True(game.HasHeuristic);
        (byte[] observation, _) = env.Reset(seed: 1);
        Func<byte[], int> player = game.CreateHeuristic();
        for (int step = 0; step < 20; step++)
        {
            int action = player(observation);
            Assert.True(env.ActionSpace.Contains(action));
            observation = env.Step(action).Observation;
        }
    }

    [Fact]
    public void A_game_without_a_player_says_so()
    {
        AtariEnv env = new(new AtariOptions { Game = GameTable.Unknown, Rom = OwnCartridges.Read("wall") });
        Assert.False(env.HasHeuristic);
        Assert.Throws<NotSupportedException>(() => env.CreateHeuristic());
    }

    private static double MeanScore(string game, bool heuristic)
    {
        const int Episodes = 8;
        GameDefinition rules = GameTable.Find(game)!;
        AleMachine machine = new(
            OwnCartridges.Read(game),
            rules,
            new AleSettings { FrameSkip = 4, MaxFramesPerEpisode = 18_000, RandomSeed = 3 });
        IMemoryHeuristic player = MemoryHeuristics.Find(game)!;
        Rng rng = new(7);
        double total = 0;
        machine.Reset();
        for (int episode = 0; episode < Episodes; episode++)
        {
            machine.Reset();
            while (!machine.IsOver)
            {
                total += machine.Act(heuristic
                    ? player.Choose(machine.Ram)
                    : rules.MinimalActions[(int)rng.Integers(0, rules.MinimalActions.Count)]);
            }
        }

        return total / Episodes;
    }

    private static Func<AtariAction> RandomMoves(ulong seed)
    {
        Rng rng = new(seed);
        AtariAction move = AtariAction.Noop;
        int held = 0;
        return () =>
        {
            if (held-- == 0)
            {
                held = 3;
                move = Moves[(int)rng.Integers(0, Moves.Length)];
            }

            return move;
        };
    }
}
