namespace GymSharp.Physics2D;

/// <content>
/// The bodies that may move, by themselves: a world may have hundreds of static ones, which a step need not visit.
/// </content>
public sealed partial class World
{
    private Body[] moving = [];
    private int movingCount;
    private bool isMovingKnown;

    // Whether the last step came to its end and left static bodies as it found them.
    private bool isSettled;

    /// <summary>The bodies that are not static, newest first.</summary>
    private ReadOnlySpan<Body> Moving
    {
        get
        {
            if (!isMovingKnown)
            {
                FindMoving();
            }

            return moving.AsSpan(0, movingCount);
        }
    }

    /// <summary>Notes that a body that is not static came, went or changed.</summary>
    internal void ForgetMoving() => isMovingKnown = false;

    private void FindMoving()
    {
        movingCount = 0;
        for (Body? body = firstBody; body is not null; body = body.Next)
        {
            if (body.Type == BodyType.Static)
            {
                continue;
            }

            if (movingCount == moving.Length)
            {
                Array.Resize(ref moving, Math.Max(8, 2 * movingCount));
            }

            moving[movingCount++] = body;
        }

        moving.AsSpan(movingCount).Clear();
        isMovingKnown = true;
    }

    private void ClearIslandFlags()
    {
        if (!isSettled)
        {
            ClearStaticBodies();
        }

        isSettled = false;
        foreach (Body body in Moving)
        {
            body.InIsland = false;
        }

        for (Contact? contact = Contacts.First; contact is not null; contact = contact.Next)
        {
            contact.InIsland = false;
        }

        for (Joint? joint = firstJoint; joint is not null; joint = joint.Next)
        {
            joint.InIsland = false;
        }
    }

    // After a load, and after a step that failed.
    private void ClearStaticBodies()
    {
        for (Body? body = firstBody; body is not null; body = body.Next)
        {
            body.InIsland = false;
            body.Sweep.StartTime = 0.0f;
        }
    }

    // Whatever an impact moved on in time has a contact.
    private void EndImpacts()
    {
        for (Contact? contact = Contacts.First; contact is not null; contact = contact.Next)
        {
            contact.BodyA.Sweep.StartTime = 0.0f;
            contact.BodyB.Sweep.StartTime = 0.0f;
        }
    }
}
