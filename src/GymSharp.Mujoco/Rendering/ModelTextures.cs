using System.Numerics;

namespace GymSharp.Mujoco.Rendering;

/// <summary>What the pictures without OpenGL take from a model's textures: the sky's colours and a floor's tiles.</summary>
/// <param name="model">The model.</param>
internal sealed class ModelTextures(MujocoModel model)
{
    private const int SkyboxType = 2;
    private const int SkySteps = 65;
    private static readonly Vector3 Horizon = new(0.93f, 0.96f, 0.98f);
    private static readonly Vector3 Zenith = new(0.42f, 0.62f, 0.82f);
    private readonly Dictionary<(int Texture, Vector2 Period), TilePattern> patterns = [];

    /// <summary>The sky's colours from straight below to straight above; a light blue one where the model has
    /// none.</summary>
    public Vector3[] Sky()
    {
        Vector3[] colors = new Vector3[SkySteps];
        int skybox = model.Array("tex_type").As<int>().IndexOf(SkyboxType);
        for (int i = 0; i < SkySteps; i++)
        {
            float height = (2f * i / (SkySteps - 1)) - 1;
            colors[i] = skybox < 0
                ? Vector3.Lerp(Horizon, Zenith, Math.Clamp(height * 1.5f, 0, 1))
                : SkyColor(skybox, height);
        }

        return colors;
    }

    /// <summary>The tiles of a plane, or null where its texture is missing.</summary>
    /// <param name="texture">The texture, or −1.</param>
    /// <param name="repeat">How often it repeats.</param>
    /// <param name="isUniform">Whether that is for each metre, and not for the whole plane.</param>
    /// <param name="size">Half sizes of the plane.</param>
    public TilePattern? Tiles(int texture, float repeat, bool isUniform, Vector3 size)
    {
        if (texture < 0 || repeat <= 0)
        {
            return null;
        }

        // OpenGL's plane reaches from -1 to 1, and so does one repetition.
        Vector2 period = isUniform || size.X <= 0 || size.Y <= 0
            ? new Vector2(2 / repeat)
            : new Vector2(2 * size.X, 2 * size.Y) / repeat;
        if (!patterns.TryGetValue((texture, period), out TilePattern? pattern))
        {
            int side = model.Array("tex_width").As<int>()[texture];
            int height = model.Array("tex_height").As<int>()[texture];

            // OpenGL's rows go up, so the tile of the first corner stands on the other diagonal.
            pattern = new TilePattern(
                Texel(texture, 3 * side / 4, height / 4), Texel(texture, side / 4, height / 4), period.X, period.Y);
            patterns.Add((texture, period), pattern);
        }

        return pattern;
    }

    // A skybox is six square pictures one below the other: right, left, up, down, front, back. Its colour is taken along
    // the middle of one side, the top and the bottom.
    private Vector3 SkyColor(int texture, float sine)
    {
        const int Up = 2;
        const int Down = 3;
        const int Front = 4;
        int side = model.Array("tex_width").As<int>()[texture];
        int sides = model.Array("tex_height").As<int>()[texture] / side;
        float cosine = MathF.Sqrt(Math.Max(1 - (sine * sine), 1e-6f));
        float slope = sine / cosine;
        float place = Math.Abs(slope) <= 1 ? 0.5f - (0.5f * slope) : 0.5f - (0.5f / Math.Abs(slope));
        int face = sides < 6 ? 0 : Math.Abs(slope) <= 1 ? Front : slope > 0 ? Up : Down;
        return Texel(texture, side / 2, (face * side) + Math.Clamp((int)(place * side), 0, side - 1));
    }

    private Vector3 Texel(int texture, int column, int row)
    {
        int width = model.Array("tex_width").As<int>()[texture];
        int start = model.Array("tex_adr").As<int>()[texture] + (3 * ((row * width) + column));
        Span<byte> pixel = model.Array("tex_rgb").As<byte>().Slice(start, 3);
        return new Vector3(pixel[0], pixel[1], pixel[2]) / 255;
    }
}
