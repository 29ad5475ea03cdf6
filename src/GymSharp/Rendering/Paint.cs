namespace GymSharp.Rendering;

/// <summary>What a shape is filled with: one colour, or a gradient.</summary>
public readonly record struct Paint
{
    /// <summary>A paint of one colour.</summary>
    /// <param name="color">The colour; shows what lies below if it is not opaque.</param>
    public Paint(Color color)
    {
        Color = color;
    }

    /// <summary>A paint whose colour changes along a line.</summary>
    /// <param name="gradient">The gradient.</param>
    public Paint(LinearGradient gradient)
    {
        ArgumentNullException.ThrowIfNull(gradient);
        Gradient = gradient;
    }

    /// <summary>The colour, unless there is a <see cref="Gradient"/>.</summary>
    public Color Color { get; }

    /// <summary>The gradient, or null for a paint of one colour.</summary>
    public LinearGradient? Gradient { get; }

    /// <summary>Lets a colour stand for a paint.</summary>
    /// <param name="color">The colour.</param>
    public static implicit operator Paint(Color color) => new(color);

    /// <summary>Lets a gradient stand for a paint.</summary>
    /// <param name="gradient">The gradient.</param>
    public static implicit operator Paint(LinearGradient gradient) => new(gradient);
}
