using GymSharp.Mujoco.Native;

namespace GymSharp.Mujoco.Tests;

public sealed class MujocoLibraryTests
{
    [Fact]
    public void The_reference_release_is_found()
    {
        Assert.True(MujocoLibrary.IsAvailable, MujocoLibrary.Missing);
        Assert.Null(MujocoLibrary.Missing);
        Assert.Equal("2.2.2", MujocoLibrary.Version);
    }

    [Theory]
    [InlineData("/no/such/libmujoco.so", "does not exist")]
    [InlineData("libm.so.6", "is something else")]
    public void A_library_that_cannot_be_used_is_explained(string path, string reason)
    {
        (NativeApi? api, string? missing) = LibraryLoader.Load(path);
        Assert.Null(api);
        Assert.Contains(path, missing, StringComparison.Ordinal);
        Assert.Contains(reason, missing, StringComparison.Ordinal);
        Assert.All(["apt-get install libmujoco2.2.2", "macOS", "Windows", "GYMSHARP_MUJOCO"],
            word => Assert.Contains(word, missing, StringComparison.Ordinal));
    }

    [Fact]
    public void A_file_that_is_no_library_is_explained()
    {
        string path = Path.GetTempFileName();
        try
        {
            Assert.Contains("is no library", LibraryLoader.Load(path).Missing, StringComparison.Ordinal);
        }
        finally
        {
            File.Delete(path);
        }
    }

    [Fact]
    public void An_unknown_release_is_refused_with_the_known_ones()
    {
        Assert.Null(NativeLayout.Find(9_999_999));
        string message = LibraryLoader.Unknown("libmujoco.so", 9_999_999);
        Assert.All(NativeLayout.Releases, release => Assert.Contains(release, message, StringComparison.Ordinal));
    }
}
