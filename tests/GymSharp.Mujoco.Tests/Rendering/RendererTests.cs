using GymSharp.Mujoco.Locomotion;
using GymSharp.Mujoco.Rendering;
using GymSharp.Registration;
using GymSharp.Rendering;

namespace GymSharp.Mujoco.Tests.Rendering;

public sealed class RendererTests
{
    private static readonly CameraOptions Front = new()
    {
        Distance = 4,
        Azimuth = 90,
        Elevation = -10,
        LookAt = [0, 0, 1],
    };

    public static TheoryData<RendererKind> Kinds => [RendererKind.Egl, RendererKind.Canvas];

    [Theory]
    [MemberData(nameof(Kinds))]
    public void The_robot_is_in_the_middle_where_the_camera_looks(RendererKind kind)
    {
        (Frame frame, bool[] mask) = Silhouettes.Take("humanoid", View(kind));
        Assert.Equal((120, 160), (frame.Width, frame.Height));
        int[] seen = [.. Enumerable.Range(0, mask.Length).Where(i => mask[i])];
        Assert.InRange(seen.Length, mask.Length / 50, mask.Length / 2);
        Assert.InRange(seen.Average(i => i % frame.Width), 50, 70);
        Assert.InRange(seen.Average(i => i / frame.Width), 60, 100);
    }

    [Fact]
    public void OpenGL_and_the_canvas_show_the_same_robot()
    {
        (_, bool[] gl) = Silhouettes.Take("humanoid", View(RendererKind.Egl));
        (_, bool[] canvas) = Silhouettes.Take("humanoid", View(RendererKind.Canvas));
        Assert.InRange(Silhouettes.Overlap(gl, canvas), 0.85, 1);
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public void A_picture_depends_on_the_state_alone(RendererKind kind)
    {
        using MujocoModel model = MujocoModels.Load("ant");
        Frame[] frames = new Frame[8];
        Parallel.For(0, frames.Length, new ParallelOptions { MaxDegreeOfParallelism = 4 }, i =>
        {
            using MujocoData data = new(model);
            data.Forward();
            using MujocoRenderer renderer = new(model, new ViewOptions { Width = 64, Height = 48, Renderer = kind });
            renderer.Render(data);
            data.Qpos[0] = 0.1;
            data.Forward();
            frames[i] = renderer.Render(data);
        });
        Assert.All(frames, frame => Assert.Equal(frames[0].Pixels, frame.Pixels));
        Assert.True(frames[0].Pixels.Distinct().Count() > 20);
    }

    [Fact]
    public void What_a_renderer_has_in_OpenGL_ends_with_it()
    {
        using MujocoModel model = MujocoModels.Load("hopper");
        using MujocoData data = new(model);
        data.Forward();
        List<int> alive = [];
        for (int i = 0; i < 5; i++)
        {
            using (MujocoRenderer renderer = new(model, new ViewOptions { Renderer = RendererKind.Egl }))
            {
                renderer.Render(data);
                Assert.Equal(RendererKind.Egl, renderer.Kind);
                Assert.True(ContextHandle.Alive >= 1);
            }

            GlThread.Get(RendererKind.Egl).Run(() => alive.Add(ContextHandle.Alive));
        }

        // Other tests may hold some at the same time; five of ours would stand out.
        Assert.True(alive.Min() <= alive[0] && alive[^1] < alive[0] + 5, string.Join(' ', alive));
    }

    [Fact]
    public void A_renderer_that_was_disposed_of_says_so()
    {
        using MujocoModel model = MujocoModels.Load("hopper");
        using MujocoData data = new(model);
        MujocoRenderer renderer = new(model, new ViewOptions { Renderer = RendererKind.Canvas });
        renderer.Dispose();
        renderer.Dispose();
        Assert.Throws<ObjectDisposedException>(() => renderer.Render(data));
    }

    [Fact]
    public void A_second_platform_of_OpenGL_is_refused()
    {
        GlThread.Get(RendererKind.Egl);
        MujocoException error = Assert.Throws<MujocoException>(() => GlThread.Get(RendererKind.OsMesa));
        Assert.Contains("'egl'", error.Message, StringComparison.Ordinal);
        Assert.Contains("canvas", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Cameras_are_found_by_number_and_name()
    {
        byte[] track = Picture(new ViewOptions());
        Assert.Equal(track, Picture(new ViewOptions { CameraName = "track" }));
        Assert.Equal(track, Picture(new ViewOptions { CameraId = 0 }));
        byte[] free = Picture(new ViewOptions { CameraId = -1 });
        Assert.NotEqual(track, free);
        Assert.NotEqual(free, Picture(new ViewOptions { CameraId = -1, Camera = Front }));
        Assert.NotEqual(free, Picture(new ViewOptions { CameraId = -1, Camera = new() { TrackedBody = 1, Distance = 2 } }));
    }

    [Fact]
    public void The_kind_of_a_described_camera_decides_what_it_looks_at()
    {
        CameraOptions behind = new() { TrackedBody = 1, Distance = 2, LookAt = [3, 0, 0] };
        byte[] tracking = Picture(new ViewOptions { CameraId = -1, Camera = behind });
        Assert.Equal(tracking, Picture(new ViewOptions { CameraId = -1, Camera = behind with { Kind = 1 } }));
        byte[] free = Picture(new ViewOptions { CameraId = -1, Camera = behind with { TrackedBody = null } });
        Assert.NotEqual(tracking, free);
        Assert.Equal(free, Picture(new ViewOptions { CameraId = -1, Camera = behind with { Kind = 0 } }));
        Assert.Equal(
            Picture(new ViewOptions { CameraName = "track" }),
            Picture(new ViewOptions { CameraId = -1, Camera = behind with { Kind = 2, FixedCamera = 0 } }));
    }

    [Theory]
    [InlineData("distance=20", false)]
    [InlineData("type=2;fixedcamid=0", true)]
    public void Who_describes_a_camera_and_names_none_sees_through_that_one(string config, bool isOwn)
    {
        byte[] own = Taken([]);
        byte[] described = Taken(new() { ["default_camera_config"] = config });
        Assert.Equal(isOwn, own.SequenceEqual(described));
        Assert.Equal(own, Taken(new() { ["default_camera_config"] = config, ["camera_name"] = "track" }));
    }

    [Fact]
    public void A_simulation_of_another_model_is_refused()
    {
        using MujocoModel ant = MujocoModels.Load("ant");
        using MujocoModel hopper = MujocoModels.Load("hopper");
        using MujocoData data = new(hopper);
        using MujocoRenderer renderer = new(
            ant, new ViewOptions { Width = 32, Height = 32, Renderer = RendererKind.Canvas });
        Assert.Contains(
            "another model", Assert.Throws<ArgumentException>(() => renderer.Render(data)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Bad_settings_are_named()
    {
        Refuses(new ViewOptions { CameraId = 7 }, "camera 7");
        Refuses(new ViewOptions { CameraId = 0, CameraName = "track" }, "camera_name");
        Refuses(new ViewOptions { Width = 0 }, "'width'");
        Refuses(new ViewOptions { Height = 100_000 }, "'height'");
        Refuses(new ViewOptions { MaximumGeoms = 0 }, "'max_geom'");
        Refuses(new ViewOptions { Camera = new() { LookAt = [1, 2] } }, "lookat");
        Refuses(new ViewOptions { Camera = new() { LookAt = [1, 2, double.NaN] } }, "lookat");
        Refuses(new ViewOptions { Camera = new() { TrackedBody = 99 } }, "follows body 99 (trackbodyid); the model has 0 to 13");
        Refuses(new ViewOptions { Camera = new() { Kind = 3 } }, "type 3");
        Refuses(new ViewOptions { Camera = new() { Kind = 2 } }, "fixedcamid");
        Refuses(new ViewOptions { Camera = new() { Kind = 2, FixedCamera = 9 } }, "camera 9");
        Refuses(new ViewOptions { Camera = new() { Distance = 0 } }, "the distance 0");
        Refuses(new ViewOptions { Camera = new() { Distance = double.NaN } }, "the distance NaN");
        Refuses(new ViewOptions { Camera = new() { Azimuth = double.PositiveInfinity } }, "the azimuth");
        Refuses(new ViewOptions { Camera = new() { Elevation = double.NaN } }, "the elevation");
        Refuses(new ViewOptions { Flags = new Dictionary<int, bool> { [99] = true } }, "99");
        MujocoException error = Assert.Throws<MujocoException>(() => Picture(new ViewOptions { CameraName = "trak" }));
        Assert.Contains("track", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void The_name_of_a_renderer_is_checked()
    {
        ArgumentException error = Assert.Throws<ArgumentException>(() => Gym.Make(
            Ant(), new MakeOptions { Arguments = new Dictionary<string, object?> { ["renderer"] = "eggl" } }));
        Assert.Contains("egl, osmesa, canvas", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Environments_render_what_was_asked_for()
    {
        using Env env = Gym.Make(Ant(), new MakeOptions
        {
            RenderMode = RenderMode.RgbArray,
            Arguments = new Dictionary<string, object?> { ["renderer"] = "canvas", ["width"] = 80, ["height"] = 60 },
        });
        env.ResetValue(seed: 1);
        Frame before = env.Render()!;
        env.StepValue(new float[] { 1, 1, 1, 1, 1, 1, 1, 1 });
        Assert.Equal((80, 60), (before.Width, before.Height));
        Assert.NotEqual(before.Pixels, env.Render()!.Pixels);
    }

    [Fact]
    public void Rendering_does_not_change_what_follows()
    {
        double[] Run(bool renders)
        {
            using AntEnv env = new(new AntOptions
            {
                RenderMode = RenderMode.RgbArray,
                View = new() { Width = 16, Height = 16, Renderer = RendererKind.Canvas },
            });
            env.Reset(seed: 3);
            double[] last = [];
            for (int i = 0; i < 20; i++)
            {
                last = env.Step([1, -1, 1, -1, 1, -1, 1, -1]).Observation;
                _ = renders ? env.Render() : null;
            }

            return last;
        }

        Assert.Equal(Run(renders: false), Run(renders: true));
    }

    [Fact]
    public void Switches_change_the_picture()
    {
        // Number 1 of mjtVisFlag is the textures.
        byte[] without = Picture(new ViewOptions { Flags = new Dictionary<int, bool> { [1] = false } });
        Assert.NotEqual(Picture(new ViewOptions()), without);
    }

    private static EnvSpec Ant()
    {
        EnvRegistry registry = new();
        LocomotionFamily.Register(registry);
        return registry.Find("Ant-v5");
    }

    private static ViewOptions View(RendererKind kind) =>
        new() { Width = 120, Height = 160, CameraId = -1, Camera = Front, Renderer = kind };

    private static byte[] Picture(ViewOptions view)
    {
        using MujocoModel model = MujocoModels.Load("ant");
        using MujocoData data = new(model);
        data.Forward();
        ViewOptions small = view.Width == 480 ? view with { Width = 60 } : view;
        using MujocoRenderer renderer = new(
            model, (small.Height == 480 ? small with { Height = 60 } : small) with { Renderer = RendererKind.Canvas });
        return renderer.Render(data).Pixels;
    }

    private static byte[] Taken(Dictionary<string, object?> arguments)
    {
        Dictionary<string, object?> small = new(arguments, StringComparer.Ordinal)
        {
            ["renderer"] = "canvas",
            ["width"] = 60,
            ["height"] = 60,
        };
        using Env env = Gym.Make(Ant(), new MakeOptions { RenderMode = RenderMode.RgbArray, Arguments = small });
        env.ResetValue(seed: 1);
        return env.Render()!.Pixels;
    }

    private static void Refuses(ViewOptions view, string complaint)
    {
        ArgumentException error = Assert.Throws<ArgumentException>(() => Picture(view));
        Assert.Contains(complaint, error.Message, StringComparison.Ordinal);
    }
}
