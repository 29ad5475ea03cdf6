namespace GymSharp.Mujoco.Mazes;

/// <summary>The plans that Gymnasium-Robotics publishes for its maze tasks (<c>envs/maze/maps.py</c>).</summary>
internal static class MazeMaps
{
    /// <summary>Names as they stand in ids, plans, and the step that truncates an episode.</summary>
    public static IReadOnlyList<(string Name, MazeMap Map, int Steps)> All { get; } =
    [
        ("UMaze", MazeMap.Parse(
            "11111", "10001", "11101", "10001", "11111"), 300),
        ("Open", MazeMap.Parse(
            "1111111", "1000001", "1000001", "1000001", "1111111"), 300),
        ("Open_Diverse_G", MazeMap.Parse(
            "1111111", "1rgggg1", "1ggggg1", "1ggggg1", "1111111"), 300),
        ("Open_Diverse_GR", MazeMap.Parse(
            "1111111", "1ccccc1", "1ccccc1", "1ccccc1", "1111111"), 300),
        ("Medium", MazeMap.Parse(
            "11111111", "10011001", "10010001", "11000111", "10010001", "10100101", "10001001",
            "11111111"), 600),
        ("Medium_Diverse_G", MazeMap.Parse(
            "11111111", "1r011001", "100100g1", "11000111", "10010001", "1g100101", "10001g01",
            "11111111"), 600),
        ("Medium_Diverse_GR", MazeMap.Parse(
            "11111111", "1c011001", "100100c1", "11000111", "10010001", "1c100101", "10001c01",
            "11111111"), 600),
        ("Large", MazeMap.Parse(
            "111111111111", "100001000001", "101101010101", "100000010001", "101111011101",
            "100101000001", "110101010111", "100100010001", "111111111111"), 800),
        ("Large_Diverse_G", MazeMap.Parse(
            "111111111111", "1r0001g00001", "101101010101", "10000g0100g1", "101111011101",
            "10g101000001", "110101010111", "1001g0g10g01", "111111111111"), 800),
        ("Large_Diverse_GR", MazeMap.Parse(
            "111111111111", "1c0001c00001", "101101010101", "10000c0100c1", "101111011101",
            "10c101000001", "110101010111", "1001c0c10c01", "111111111111"), 800),
    ];
}
