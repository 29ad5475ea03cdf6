namespace GymSharp.Mujoco.Roboschool;

/// <summary>What the feet of a walker touch.</summary>
internal sealed class WalkerFeet
{
    private const int NoFoot = -1;
    private readonly int[] footOf;
    private readonly int floor;
    private readonly bool[] collides;

    /// <summary>Finds floor and feet in a model.</summary>
    public WalkerFeet(MujocoModel model, IReadOnlyList<string> geoms)
    {
        floor = model.GeomId("floor");
        footOf = new int[model.NGeom];
        Array.Fill(footOf, NoFoot);
        for (int foot = 0; foot < geoms.Count; foot++)
        {
            footOf[model.GeomId(geoms[foot])] = foot;
        }

        Touches = new bool[geoms.Count];
        collides = new bool[geoms.Count];
    }

    /// <summary>Number of feet.</summary>
    public int Count => Touches.Length;

    /// <summary>Which feet touched the floor at the last look.</summary>
    public bool[] Touches { get; }

    /// <summary>No foot touches anything.</summary>
    public void Clear() => Touches.AsSpan().Clear();

    /// <summary>Looks at the contacts.</summary>
    /// <returns>How many feet touch something other than the floor.</returns>
    public int Look(MujocoData data)
    {
        Touches.AsSpan().Clear();
        collides.AsSpan().Clear();
        for (int i = 0; i < data.ContactCount; i++)
        {
            (int first, int second) = data.ContactGeoms(i);
            Note(first, second);
            Note(second, first);
        }

        return collides.AsSpan().Count(true);
    }

    private void Note(int geom, int other)
    {
        if (footOf[geom] is var foot and not NoFoot)
        {
            (other == floor ? Touches : collides)[foot] = true;
        }
    }
}
