using System.Numerics;
using GymSharp.Mujoco.Native;

namespace GymSharp.Mujoco.Rendering;

/// <summary>
/// What the pictures without OpenGL take from a model's textures: the sky's colours and a floor's tiles.
/// </summary>
/// <param name="model">The model.</param>
internal sealed class ModelTextures(MujocoModel model)
{
    private const int SkyboxType = 2;
    private const int SkySteps = 65;
    private static readonly Vector3 Horizon = new(0.93f, 0.96f, 0.98f);
    private static readonly Vector3 Zenith = new(0.42f, 0.62f, 0.82f);
    private readonly Dictionary<int, TilePattern> patterns = [];

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

    /// <summary>The tiles of a plane, or null where it has no texture.</summary>
    /// <param name="geom">The plane.</param>
    /// <param name="size">Half sizes of the plane.</param>
    public TilePattern? Tiles(int geom, Vector3 size)
    {
        int material = Whole("geom_matid", geom);
        int texture = material < 0 ? -1 : TextureOf(material);
        if (texture < 0)
        {
            return null;
        }

        if (!patterns.TryGetValue(geom, out TilePattern? pattern))
        {
            // OpenGL's plane reaches from -1 to 1, and so does one repetition.
            float repeat = Math.Max(model.Array("mat_texrepeat").As<float>()[2 * material], 1e-3f);
            bool isUniform = model.Array("mat_texuniform").As<byte>()[material] != 0 || size.X <= 0 || size.Y <= 0;
            Vector2 period = (isUniform ? Vector2.One : new Vector2(size.X, size.Y)) * (2 / repeat);
            int width = Whole("tex_width", texture);
            int height = Whole("tex_height", texture);

            // OpenGL's rows go up, so the tile of the first corner stands on the other diagonal.
            pattern = new TilePattern(
                Texel(texture, 3 * width / 4, height / 4), Texel(texture, width / 4, height / 4), period.X, period.Y);
            patterns.Add(geom, pattern);
        }

        return pattern;
    }

    // A skybox is six square pictures one below the other: right, left, up, down, front, back. Its colour is taken
    // along the middle of one side, the top and the bottom.
    private Vector3 SkyColor(int texture, float sine)
    {
        const int Up = 2;
        const int Down = 3;
        const int Front = 4;
        int side = Whole("tex_width", texture);
        int sides = Whole("tex_height", texture) / side;
        float cosine = MathF.Sqrt(Math.Max(1 - (sine * sine), 1e-6f));
        float slope = sine / cosine;
        float place = Math.Abs(slope) <= 1 ? 0.5f - (0.5f * slope) : 0.5f - (0.5f / Math.Abs(slope));
        int face = sides < 6 ? 0 : Math.Abs(slope) <= 1 ? Front : slope > 0 ? Up : Down;
        return Texel(texture, side / 2, (face * side) + Math.Clamp((int)(place * side), 0, side - 1));
    }

    // Newer releases have several textures for a material, of which the second is the colours.
    private int TextureOf(int material)
    {
        int roles = model.Array("mat_texid").Columns;
        return Whole("mat_texid", (material * roles) + Math.Min(roles - 1, 1));
    }

    private Vector3 Texel(int texture, int column, int row)
    {
        bool hasChannels = model.View.Layout.Find("tex_nchannel") is not null;
        int channels = hasChannels ? Whole("tex_nchannel", texture) : 3;
        int start = Whole("tex_adr", texture) + (channels * ((row * Whole("tex_width", texture)) + column));
        Span<byte> texels = model.Array(hasChannels ? "tex_data" : "tex_rgb").As<byte>();
        Span<byte> pixel = texels.Slice(start, Math.Min(channels, 3));
        return new Vector3(pixel[0], pixel[pixel.Length / 2], pixel[^1]) / 255;
    }

    private int Whole(string array, int index)
    {
        NamedArray numbers = model.Array(array);
        return numbers.Type == "long" ? (int)numbers.As<long>()[index] : numbers.As<int>()[index];
    }
}
