namespace GymSharp.Physics2D.Scenes;

/// <summary>A running hash of all that a scene shows: events, impulses, rays and the bits of every body.</summary>
internal sealed class SceneHash : IContactListener
{
    public ulong Value { get; private set; } = 14695981039346656037UL;

    /// <summary>Is told what is hashed, for looking for the first difference.</summary>
    public Action<string>? Log { get; set; }

    public void Mix(uint value)
    {
        Value = (Value ^ value) * 1099511628211UL;
        Value ^= Value >> 29;
    }

    public void Mix(float value) => Mix(BitConverter.SingleToUInt32Bits(value));

    public void Mix(Vec2 value)
    {
        Mix(value.X);
        Mix(value.Y);
    }

    public void Mix(Body body)
    {
        Mix(body.Position);
        Mix(body.Angle);
        Mix(body.LinearVelocity);
        Mix(body.AngularVelocity);
        Mix(body.IsAwake ? 1u : 0u);
        Log?.Invoke($" b{body.Tag} {Bits(body.Position.X)} {Bits(body.Position.Y)} {Bits(body.Angle)} "
            + $"{Bits(body.LinearVelocity.X)} {Bits(body.LinearVelocity.Y)} {Bits(body.AngularVelocity)} "
            + (body.IsAwake ? "1" : "0"));
    }

    public void BeginContact(Contact contact) => Event(1, contact);

    public void EndContact(Contact contact) => Event(2, contact);

    public void PostSolve(Contact contact, in ContactImpulse impulse)
    {
        Mix(impulse.Normal1);
        Mix(impulse.Tangent1);
        string second = "";
        if (impulse.Count == 2)
        {
            Mix(impulse.Normal2);
            Mix(impulse.Tangent2);
            second = $" {Bits(impulse.Normal2)} {Bits(impulse.Tangent2)}";
        }

        Log?.Invoke($" imp {contact.FixtureA.Body.Tag} {contact.FixtureB.Body.Tag} "
            + $"{Bits(impulse.Normal1)} {Bits(impulse.Tangent1)}{second}");
    }

    private void Event(int kind, Contact contact)
    {
        int a = contact.FixtureA.Body.Tag;
        int b = contact.FixtureB.Body.Tag;
        Mix((uint)((kind * 1000003) + (a * 1009) + b));
        Log?.Invoke($" ev {kind} {a} {b}");
    }

    private static string Bits(float value) => BitConverter.SingleToUInt32Bits(value).ToString("x8");
}
