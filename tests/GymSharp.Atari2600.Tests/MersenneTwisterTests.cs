
namespace GymSharp.Atari2600;

public sealed class MersenneTwisterTests
{
    // The first outputs for seed 5489 as published with the reference implementation.
    [Fact]
    public void The_first_and_the_ten_thousandth_output_are_those_of_the_standard()
    {
        MersenneTwister twister = new(5489);
        Assert.Equal(3499211612u, twister.Next());
        for (int i = 2; i < 10000; i++)
        {
            twister.Next();
        }

        Assert.Equal(4123659995u, twister.Next());
    }
}
