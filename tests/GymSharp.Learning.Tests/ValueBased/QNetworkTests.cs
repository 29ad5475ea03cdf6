using GymSharp.Learning.Views;
using GymSharp.Neural;
using GymSharp.Randomness;

namespace GymSharp.Learning.ValueBased;

public sealed class QNetworkTests
{
    [Fact]
    public void Noise_is_back_after_a_pass_without_it_even_where_that_failed()
    {
        using ParameterSet set = new();
        Rng rng = new(1);
        QNetwork network = new(
            set, [new ObservationPart("", new Shape(4))], (3, 1), new DqnOptions { Noisy = true, Hidden = [8] }, rng);
        network.RedrawNoise(rng);
        using Tape tape = new(set) { IsRecording = false };
        Tensor input = tape.Input([1, -2, 3, 4], new Shape(1, 4));
        float[] noisy = network.Forward(input).Values.ToArray();
        Assert.NotEqual(noisy, network.ForwardWithoutNoise(input).Values.ToArray());
        Assert.ThrowsAny<ArgumentException>(() => network.ForwardWithoutNoise(tape.Input([1, 2], new Shape(1, 2))));
        Assert.Equal(noisy, network.Forward(input).Values.ToArray());
    }
}
