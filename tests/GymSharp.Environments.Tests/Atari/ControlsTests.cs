namespace GymSharp.Environments.Atari;

/// <summary>How far paddles turn.</summary>
public sealed class ControlsTests
{
    // The reference multiplies the strength, a float, as a double and cuts off what is behind the point.
    [Theory]
    [InlineData(0f, 0)]
    [InlineData(1f, 23000)]
    [InlineData(-1f, 23000)]
    [InlineData(0.5f, 11500)]
    [InlineData(0.7f, 16099)]
    [InlineData(-0.7f, 16099)]
    [InlineData(0.1f, 2300)]
    [InlineData(0.3f, 6900)]
    public void A_paddle_turns_as_far_as_in_the_reference(float strength, int ohms) =>
        Assert.Equal(ohms, Controls.StepOf(strength));
}
