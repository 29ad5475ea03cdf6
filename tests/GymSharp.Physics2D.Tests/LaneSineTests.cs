using System.Runtime.Intrinsics;

namespace GymSharp.Physics2D;

/// <summary>Sines and cosines in vectors have the bits of the C library.</summary>
public sealed class LaneSineTests
{
    // Every so many float32 below 130 in either direction; all of them were compared once.
    private const uint Stride = 9_973;

    [Fact]
    public void Sines_in_vectors_are_those_of_the_library()
    {
        float[] angles = new float[Lane.Count];
        uint end = BitConverter.SingleToUInt32Bits(130.0f);
        for (uint bits = 0; bits < end; bits += Lane.Count * Stride / 2)
        {
            for (int i = 0; i < angles.Length; i++)
            {
                uint sign = (uint)(i & 1) << 31;
                angles[i] = BitConverter.UInt32BitsToSingle((bits + ((uint)i / 2 * Stride)) | sign);
            }

            AssertLikeLibrary(angles);
        }
    }

    [Fact]
    public void Quarters_zeros_and_what_is_no_angle_are_as_the_library_has_them()
    {
        AssertLikeLibrary([
            0.0f, -0.0f, float.Epsilon, -float.Epsilon, 1.0f / 4096, -1.0f / 4096, 120.0f, -120.0f,
            119.99999f, 1e6f, -1e30f, float.MaxValue, float.NaN, float.PositiveInfinity, float.NegativeInfinity, 1e-20f,
        ]);
        for (int quarter = -80; quarter < 80; quarter++)
        {
            float near = quarter * (MathF.PI / 4);
            AssertLikeLibrary([.. Enumerable.Range(-8, Lane.Count).Select(
                i => BitConverter.Int32BitsToSingle(BitConverter.SingleToInt32Bits(near) + i))]);
        }
    }

    [Fact]
    public void Lanes_that_are_left_out_stay_as_they_are()
    {
        Vector512<float> angle = Vector512.Create(1.0f);
        Vector512<float> sin = Vector512.Create(7.0f);
        Vector512<float> cos = Vector512.Create(8.0f);
        Vector512<float> where = Vector512<float>.Zero;
        Lane.Set(ref where, 3, true);
        LaneSine.Turn(where, angle, ref sin, ref cos);
        for (int lane = 0; lane < Lane.Count; lane++)
        {
            Assert.Equal(lane == 3 ? MathF.Sin(1) : 7, Lane.Get(in sin, lane));
            Assert.Equal(lane == 3 ? MathF.Cos(1) : 8, Lane.Get(in cos, lane));
        }
    }

    private static void AssertLikeLibrary(float[] angles)
    {
        Vector512<float> sin = default;
        Vector512<float> cos = default;
        LaneSine.Turn(Lane.Everywhere, Vector512.Create(angles), ref sin, ref cos);
        for (int lane = 0; lane < Lane.Count; lane++)
        {
            Assert.Equal(Bits(MathF.Sin(angles[lane])), Bits(Lane.Get(in sin, lane)));
            Assert.Equal(Bits(MathF.Cos(angles[lane])), Bits(Lane.Get(in cos, lane)));
        }
    }

    private static int Bits(float value) => BitConverter.SingleToInt32Bits(value);
}
