using GymSharp.Environments.ClassicControl;
using GymSharp.Registration;
using GymSharp.Rendering;

namespace GymSharp.Environments.Tests.ClassicControl;

/// <summary>Pictures show what the state says, in Gymnasium's sizes and colours.</summary>
public sealed class RenderingTests
{
    private static readonly Color Link = new(0, 204, 204);
    private static readonly Color Rod = new(204, 77, 77);

    [Theory]
    [InlineData("CartPole-v1", 600, 400)]
    [InlineData("MountainCar-v0", 600, 400)]
    [InlineData("MountainCarContinuous-v0", 600, 400)]
    [InlineData("Pendulum-v1", 500, 500)]
    [InlineData("Acrobot-v1", 500, 500)]
    public void Frames_have_Gymnasiums_size_and_repeat(string id, int width, int height)
    {
        using Env env = Gym.Make(id, new MakeOptions { RenderMode = RenderMode.RgbArray });
        env.ResetValue(3);
        Frame first = env.Render()!;
        Assert.Equal((width, height), (first.Width, first.Height));
        Assert.Equal(first.Pixels, env.Render()!.Pixels);
        env.ActionSpace.Seed(1);
        for (int i = 0; i < 20; i++)
        {
            env.StepValue(env.ActionSpace.SampleValue());
        }

        Assert.NotEqual(first.Pixels, env.Render()!.Pixels);
        env.ResetValue(3);
        Assert.Equal(first.Pixels, env.Render()!.Pixels);
    }

    [Fact]
    public void A_display_for_people_is_left_to_the_caller()
    {
        using Env env = Gym.Make("CartPole-v1", new MakeOptions { RenderMode = RenderMode.Human });
        env.ResetValue(3);
        Assert.Null(env.Render());
    }

    [Fact]
    public void Without_a_render_mode_there_is_no_picture_but_a_warning()
    {
        List<string> warnings = [];
        using IDisposable capture = GymLog.Capture(warnings.Add);
        using Env env = Gym.Make("CartPole-v1");
        env.ResetValue(0);
        Assert.Null(env.Render());
        Assert.Contains("without specifying any render mode", Assert.Single(warnings), StringComparison.Ordinal);
    }

    [Fact]
    public void Cart_pole_axle_and_track_are_where_the_state_says()
    {
        Canvas canvas = Draw(600, 400, canvas => CartPoleScene.Draw(canvas, 1.2, 0));
        Assert.Equal(Color.Black, canvas.GetPixel(450 - 24, 400 - 86));
        Assert.Equal(Color.White, canvas.GetPixel(450 - 27, 400 - 90));
        Assert.Equal(new Color(202, 152, 101), canvas.GetPixel(450, 400 - 225));
        Assert.Equal(Color.White, canvas.GetPixel(450, 400 - 230));
        Assert.Equal(new Color(129, 132, 203), canvas.GetPixel(450, 400 - 108));
        Assert.Equal(Color.Black, canvas.GetPixel(2, 299));
        Assert.Equal(Color.White, canvas.GetPixel(2, 298));
        Canvas leaning = Draw(600, 400, canvas => CartPoleScene.Draw(canvas, 0, 0.2));
        Assert.Equal(new Color(202, 152, 101), leaning.GetPixel(300 + 20, 400 - 205));
        Assert.Equal(Color.White, leaning.GetPixel(300 - 20, 400 - 205));
    }

    [Fact]
    public void Car_wheels_hill_and_flag_are_where_the_state_says()
    {
        double bottom = -Math.PI / 6;
        Canvas canvas = Draw(600, 400, canvas => MountainCarScene.Draw(canvas, bottom, 0.5));
        int x = (int)((bottom + 1.2) / 1.8 * 600);
        int ground = (int)(0.1 / 1.8 * 600);
        Assert.Equal(Color.Black, canvas.GetPixel(x, 400 - ground - 20));
        Assert.Equal(Color.White, canvas.GetPixel(x, 400 - ground - 35));
        Assert.Equal(new Color(128, 128, 128), canvas.GetPixel(x + 10, 400 - ground - 10));
        Assert.Equal(new Color(128, 128, 128), canvas.GetPixel(x - 10, 400 - ground - 10));
        int flag = (int)(1.7 / 1.8 * 600);
        int foot = (int)(((Math.Sin(1.5) * 0.45) + 0.55) / 1.8 * 600);
        Assert.Equal(new Color(204, 204, 0), canvas.GetPixel(flag + 5, 400 - foot - 45));
        Assert.Equal(Color.Black, canvas.GetPixel(flag, 400 - foot - 20));
        Assert.NotEqual(Color.White, canvas.GetPixel(x, 400 - ground - 1));
    }

    [Fact]
    public void Rod_axle_and_torque_are_where_the_state_says()
    {
        Canvas upright = Draw(500, 500, canvas => PendulumScene.Draw(canvas, 0, null));
        Assert.Equal(Rod, upright.GetPixel(250, 250 - 100));
        Assert.Equal(Color.Black, upright.GetPixel(250, 250));
        Assert.Equal(Color.White, upright.GetPixel(250, 250 + 30));
        Canvas left = Draw(500, 500, canvas => PendulumScene.Draw(canvas, Math.PI / 2, 2.0));
        Assert.Equal(Rod, left.GetPixel(250 - 100, 250));

        // The arrow leaves out the quarter from the top towards its head.
        Assert.Equal(Color.Black, left.GetPixel(250 - 37, 250 - 37));
        Assert.Equal(Color.White, left.GetPixel(250 + 37, 250 - 37));
        Canvas clockwise = Draw(500, 500, canvas => PendulumScene.Draw(canvas, 0, -2.0));
        Assert.Equal(Color.Black, clockwise.GetPixel(250 + 37, 250 - 37));
        Assert.Equal(Color.White, clockwise.GetPixel(250 - 37, 250 - 37));
        Assert.Equal(upright.Pixels, Draw(500, 500, canvas => PendulumScene.Draw(canvas, 0, 0.0)).Pixels);
    }

    [Fact]
    public void Links_joints_and_line_are_where_the_state_says()
    {
        Canvas canvas = Draw(500, 500, canvas => AcrobotScene.Draw(canvas, 0, Math.PI / 2, AcrobotParameters.Default));
        Assert.Equal(Link, canvas.GetPixel(250, 250 + 60));
        Assert.Equal(new Color(204, 204, 0), canvas.GetPixel(250, 250));
        Assert.Equal(new Color(204, 204, 0), canvas.GetPixel(250, 250 + 113));
        Assert.Equal(Link, canvas.GetPixel(250 + 100, 250 + 113));
        Assert.Equal(Color.White, canvas.GetPixel(250 - 20, 250 + 113));
        Assert.Equal(Color.Black, canvas.GetPixel(10, 250 - 114));
        Assert.Equal(Color.Black, canvas.GetPixel(490, 250 - 114));
    }

    private static Canvas Draw(int width, int height, Action<Canvas> draw)
    {
        Canvas canvas = new(width, height, Color.White);
        canvas.UseYUp();
        draw(canvas);
        return canvas;
    }
}
