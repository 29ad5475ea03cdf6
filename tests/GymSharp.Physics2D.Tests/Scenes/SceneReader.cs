using System.Globalization;

namespace GymSharp.Physics2D.Scenes;

/// <summary>The words of one line of a scene: floats are their bits in hexadecimal.</summary>
internal sealed class SceneReader(string line)
{
    private readonly string[] words = line.Split(' ', StringSplitOptions.RemoveEmptyEntries);
    private int next = 1;

    public string Verb => words.Length > 0 ? words[0] : "";

    public int Int() => int.Parse(words[next++], CultureInfo.InvariantCulture);

    public bool Bool() => Int() != 0;

    public float Float() => BitConverter.UInt32BitsToSingle(
        uint.Parse(words[next++], NumberStyles.HexNumber, CultureInfo.InvariantCulture));

    public Vec2 Vec()
    {
        float x = Float();
        return new(x, Float());
    }

    public Vec2[] Vecs()
    {
        Vec2[] points = new Vec2[Int()];
        for (int i = 0; i < points.Length; i++)
        {
            points[i] = Vec();
        }

        return points;
    }
}
