namespace GymSharp.Learning.Runs;

public sealed class AtomicFileTests : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("gymsharp-").FullName;

    private string Path => System.IO.Path.Combine(folder, "file");

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Fact]
    public void The_new_content_takes_the_place_of_the_old()
    {
        AtomicFile.Write(Path, [1, 2]);
        AtomicFile.Write(Path, stream => stream.Write([3]));
        Assert.Equal([3], File.ReadAllBytes(Path));
        Assert.Single(Directory.GetFiles(folder));
    }

    [Fact]
    public void What_fails_while_it_is_written_leaves_the_old_content_and_nothing_else()
    {
        AtomicFile.Write(Path, [1, 2]);
        InvalidOperationException error = Assert.Throws<InvalidOperationException>(() => AtomicFile.Write(Path, stream =>
        {
            stream.Write([3]);
            throw new InvalidOperationException("stop");
        }));
        Assert.Equal("stop", error.Message);
        Assert.Equal([1, 2], File.ReadAllBytes(Path));
        Assert.Single(Directory.GetFiles(folder));
    }

    [Fact]
    public void What_another_is_writing_is_left_to_it()
    {
        using FileStream other = new(Path + ".tmp", FileMode.Create, FileAccess.Write, FileShare.None);
        Assert.ThrowsAny<IOException>(() => AtomicFile.Write(Path, [1]));
        Assert.True(File.Exists(Path + ".tmp"));
    }
}
