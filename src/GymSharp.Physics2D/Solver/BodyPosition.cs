using System.Runtime.CompilerServices;

namespace GymSharp.Physics2D;

/// <summary>What position solvers change: where the centre of mass is and how the body is turned.</summary>
internal struct BodyPosition
{
    public Vec2 Center;
    public float Angle;
    private AngleCache turn;

    public BodyPosition(Vec2 center, float angle)
    {
        Center = center;
        Angle = angle;
        turn = AngleCache.Of(angle);
    }

    /// <summary>The position of a body whose turn is known.</summary>
    public BodyPosition(Vec2 center, float angle, Rotation known)
    {
        Center = center;
        Angle = angle;
        turn = new(angle, known);
    }

    /// <summary>The turn by <see cref="Angle"/>.</summary>
    public Rotation Turn
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => turn.Turn(Angle);
    }

    /// <summary>The frame of a body whose centre of mass is this.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Transform Frame(Vec2 localCenter)
    {
        Rotation q = Turn;
        return new(Center - q * localCenter, q);
    }
}
