namespace GymSharp.Environments.Box2D;

/// <summary>What the engines do in one step.</summary>
/// <param name="Main">Power of the main engine: 0, or 0.5 to 1.</param>
/// <param name="Side">Power of the side engine: 0, or 0.5 to 1.</param>
/// <param name="Direction">Which side engine: −1 the left, +1 the right.</param>
internal readonly record struct LanderThrust(double Main, double Side, double Direction)
{
    /// <summary>The engines for a discrete action: nothing, left, main, right.</summary>
    public static LanderThrust Of(int action) => action switch
    {
        1 => new(0.0, 1.0, -1),
        2 => new(1.0, 0.0, 0),
        3 => new(0.0, 1.0, 1),
        _ => default,
    };

    /// <summary>The engines for two throttles; neither works below half of its power.</summary>
    public static LanderThrust Of(double main, double side)
    {
        double up = Math.Clamp(main, -1.0, 1.0);
        double across = Math.Clamp(side, -1.0, 1.0);
        double strength = Math.Abs(across);
        return new LanderThrust(
            up > 0.0 ? (up + 1.0) * 0.5 : 0.0,
            strength > 0.5 ? strength : 0.0,
            Math.Sign(across));
    }
}
