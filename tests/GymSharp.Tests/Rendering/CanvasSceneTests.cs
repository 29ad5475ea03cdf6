namespace GymSharp.Tests.Rendering;

public sealed class CanvasSceneTests
{
    // The first 16 digits of the SHA-256 of the pixels. The pictures were looked at when the numbers were taken; a
    // change of the rasteriser or the font that changes pixels has to be looked at again.
    [Theory]
    [InlineData("cart-pole", "0eba90b9e61515f7")]
    [InlineData("strokes", "a0e7e61a016e0370")]
    [InlineData("shapes", "6ee57e4a07078e35")]
    [InlineData("text", "d3327c0953a18980")]
    [InlineData("images", "4feea80ac0cbadf7")]
    public void A_scene_has_the_same_pixels_on_every_system(string scene, string hash) =>
        Assert.Equal(hash, Pixels.Hash(Scenes.All[scene]()));
}
