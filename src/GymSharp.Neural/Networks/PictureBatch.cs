namespace GymSharp.Neural.Networks;

/// <summary>Pictures as convolutions want them.</summary>
internal static class PictureBatch
{
    /// <summary>Gives rows of numbers the shape [samples, height, width, channels].</summary>
    public static Tensor Of(Tensor input, Shape picture)
    {
        Shape shape = new(input.Shape.Rows, picture[0], picture[1], picture[2]);
        return input.Shape == shape ? input : input.Reshape(shape);
    }

    /// <summary>Checks that a shape is that of a picture.</summary>
    /// <exception cref="ArgumentException">It has not three dimensions.</exception>
    public static Shape Require(Shape picture) => picture.Rank == 3
        ? picture
        : throw new ArgumentException(
            $"A convolutional network needs pictures [height, width, channels], got {picture}. Use an Mlp for vectors.",
            nameof(picture));
}
