using GymSharp.Mujoco.Native;

namespace GymSharp.Mujoco.Tests;

public sealed class MujocoModelTests
{
    [Fact]
    public void Names_lead_to_numbers()
    {
        using MujocoModel model = MujocoModel.FromXml(TestModels.Walker);
        Assert.Equal(2, model.BodyId("torso"));
        Assert.Equal(1, model.JointId("left_hip"));
        Assert.Equal(1, model.ActuatorId("right_motor"));
        Assert.Equal(0, model.TendonId("hips"));
        Assert.Equal(0, model.SiteId("left_foot"));
        Assert.Equal("torso", model.BodyName(2));
    }

    [Fact]
    public void An_unknown_name_is_answered_with_the_nearest()
    {
        using MujocoModel model = MujocoModel.FromXml(TestModels.Walker);
        string message = Assert.Throws<MujocoException>(() => model.JointId("left_hop")).Message;
        Assert.Contains("no joint 'left_hop'", message, StringComparison.Ordinal);
        Assert.Contains("Did you mean 'left_hip'?", message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("", "is empty")]
    [InlineData("<mujoco>", "XML")]
    [InlineData("this is no XML", "XML")]
    [InlineData("<mujoco><worldbody><bodi/></worldbody></mujoco>", "unrecognized element")]
    [InlineData("<mujoco><worldbody><geom size='-1'/></worldbody></mujoco>", "size")]
    [InlineData("<mujoco><worldbody><body><joint/></body></worldbody></mujoco>", "mass and inertia")]
    [InlineData("<mujoco><include file='nowhere.xml'/></mujoco>", "nowhere.xml")]
    public void What_does_not_compile_is_reported_with_the_compilers_words(string xml, string words)
    {
        string message = Assert.Throws<MujocoException>(() => MujocoModel.FromXml(xml, "mine")).Message;
        Assert.Contains("'mine'", message, StringComparison.Ordinal);
        Assert.Contains(words, message, StringComparison.OrdinalIgnoreCase);
        A_model_compiles();
    }

    [Fact]
    public void Nesting_without_end_is_an_error() =>
        Assert.Throws<MujocoException>(() => MujocoModel.FromXml("<mujoco><worldbody>"
            + string.Concat(Enumerable.Repeat("<body>", 200_000))
            + string.Concat(Enumerable.Repeat("</body>", 200_000)) + "</worldbody></mujoco>"));

    [Theory]
    [InlineData("<size njmax='2000000000'/>")]
    [InlineData("<size nconmax='2000000000'/>")]
    [InlineData("<size njmax='30000'/>")]
    [InlineData("<size nstack='2147483647'/>")]
    [InlineData("<size nuserdata='200000000'/>")]
    [InlineData("<size nuser_geom='2000000000'/>")]
    [InlineData("<asset><texture type='2d' builtin='checker' width='100000' height='100000'/></asset>")]
    [InlineData("<asset><hfield name='h' nrow='100000' ncol='100000' size='1 1 1 1'/></asset>")]
    [InlineData("<custom><numeric name='n' size='2000000000'/></custom>")]
    public void A_model_too_large_for_the_memory_is_an_error(string part)
    {
        string xml = TestModels.Ball.Replace("<worldbody>", part + "<worldbody>", StringComparison.Ordinal);
        MemoryHandlers.Pretend(1 << 30);
        try
        {
            string message = Assert.Throws<MujocoException>(() => MujocoModel.FromXml(xml)).Message;
            Assert.Contains("does not compile", message, StringComparison.Ordinal);
        }
        finally
        {
            MemoryHandlers.Pretend(0);
        }

        A_model_compiles();
    }

    [Fact]
    public void Sizes_beyond_the_librarys_numbers_are_named()
    {
        string xml = TestModels.WithSize("njmax='2000000000'");
        string message = Assert.Throws<MujocoException>(() => MujocoModel.FromXml(xml)).Message;
        Assert.Contains("lower njmax", message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_file_included_without_end_is_an_error()
    {
        string path = Path.GetTempFileName();
        try
        {
            File.WriteAllText(path, $"<mujoco><include file='{Path.GetFileName(path)}'/></mujoco>");
            Assert.Throws<MujocoException>(() => MujocoModel.FromFile(path));
        }
        finally
        {
            File.Delete(path);
        }
    }

    [Fact]
    public void Data_too_large_for_the_memory_are_an_error()
    {
        using MujocoModel model = MujocoModel.FromXml(TestModels.WithSize("nstack='20000000'"));
        MemoryHandlers.Pretend(100 << 20);
        try
        {
            string message = Assert.Throws<MujocoException>(() => new MujocoData(model)).Message;
            Assert.Contains("153 MB where 100 MB are free", message, StringComparison.Ordinal);
        }
        finally
        {
            MemoryHandlers.Pretend(0);
        }

        using MujocoData data = new(model);
        data.Step();
    }

    [Fact]
    public void A_missing_file_is_named()
    {
        string message = Assert.Throws<FileNotFoundException>(() => MujocoModel.FromFile("no/such.xml")).Message;
        Assert.Contains("no/such.xml", message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_file_may_include_its_neighbours()
    {
        string folder = Directory.CreateTempSubdirectory().FullName;
        try
        {
            string path = Path.Combine(folder, "main.xml");
            File.WriteAllText(Path.Combine(folder, "ball.xml"), TestModels.Ball);
            File.WriteAllText(path, "<mujoco><include file='ball.xml'/></mujoco>");
            using MujocoModel model = MujocoModel.FromFile(path);
            Assert.Equal(1, model.BodyId("ball"));
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    [Fact]
    public void A_disposed_model_says_so()
    {
        MujocoModel model = MujocoModel.FromXml(TestModels.Ball);
        model.Dispose();
        Assert.Throws<ObjectDisposedException>(() => model.BodyMass[0]);
        Assert.Throws<ObjectDisposedException>(() => model.BodyId("ball"));
        Assert.Throws<ObjectDisposedException>(() => new MujocoData(model));
    }

    [Fact]
    public void Data_outlive_the_disposal_of_their_model()
    {
        MujocoModel model = MujocoModel.FromXml(TestModels.Ball);
        using MujocoData data = new(model);
        model.Dispose();
        data.Step(5);
        Assert.True(data.Qpos[2] < 1);
    }

    private static void A_model_compiles()
    {
        using MujocoModel model = MujocoModel.FromXml(TestModels.Ball);
        Assert.Equal(7, model.Nq);
    }
}
