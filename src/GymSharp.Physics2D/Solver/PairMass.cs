using System.Runtime.CompilerServices;

namespace GymSharp.Physics2D;

/// <summary>The inverse masses and inertias of two bodies.</summary>
internal readonly record struct PairMass(float MassA, float InertiaA, float MassB, float InertiaB)
{
    public static PairMass Of(Body a, Body b) =>
        new(a.InverseMass, a.InverseInertia, b.InverseMass, b.InverseInertia);

    /// <summary>How easily an impulse changes the relative velocity along a line, given its moments.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public float Along(float momentA, float momentB) =>
        MassA + MassB + InertiaA * momentA * momentA + InertiaB * momentB * momentB;

    /// <summary>The same between two lines.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public float Between(float momentA1, float momentB1, float momentA2, float momentB2) =>
        MassA + MassB + InertiaA * momentA1 * momentA2 + InertiaB * momentB1 * momentB2;
}
