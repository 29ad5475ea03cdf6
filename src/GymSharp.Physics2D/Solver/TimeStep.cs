namespace GymSharp.Physics2D;

/// <summary>What a step is asked to do.</summary>
/// <param name="Dt">Seconds.</param>
/// <param name="Ratio">This step's length by the last one's, for warm starting.</param>
/// <param name="VelocityIterations">How often velocities are solved.</param>
/// <param name="PositionIterations">How often positions are, at most.</param>
/// <param name="WarmStarting">Whether to start from the last impulses.</param>
internal readonly record struct TimeStep(
    float Dt, float Ratio, int VelocityIterations, int PositionIterations, bool WarmStarting);
