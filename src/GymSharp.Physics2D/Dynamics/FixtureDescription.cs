namespace GymSharp.Physics2D;

/// <summary>What a fixture is made from.</summary>
public readonly record struct FixtureDescription
{
    /// <summary>A fixture of a shape, without mass; change what differs.</summary>
    /// <param name="shape">In the body's frame.</param>
    public FixtureDescription(Shape shape) => Shape = shape;

    /// <summary>In the body's frame.</summary>
    public Shape Shape { get; init; }

    /// <summary>kg/m².</summary>
    public float Density { get; init; }

    /// <summary>The coefficient of friction, usually 0 to 1; of two fixtures the geometric mean counts.</summary>
    public float Friction { get; init; } = 0.2f;

    /// <summary>How much speed a bounce keeps, usually 0 to 1; of two fixtures the greater counts.</summary>
    public float Restitution { get; init; }

    /// <summary>Whether touching is reported and changes nothing.</summary>
    public bool IsSensor { get; init; }

    /// <summary>Which fixtures it may touch.</summary>
    public CollisionFilter Filter { get; init; } = CollisionFilter.Default;

    /// <summary>A number of the caller's.</summary>
    public int Tag { get; init; }

    internal void Validate()
    {
        if (Shape is null)
        {
            throw Require.Refusal(
                "The fixture has no shape. Write new FixtureDescription(shape) { … }.", nameof(Shape));
        }

        if (!(Density >= 0 && Density <= PhysicsConstants.MaximumDensity))
        {
            throw Require.Refusal(
                $"The density is {Density}; expected 0 to {PhysicsConstants.MaximumDensity} kg/m².", nameof(Density));
        }

        Require.NotNegative(Friction, nameof(Friction));
        Require.NotNegative(Restitution, nameof(Restitution));
    }
}
