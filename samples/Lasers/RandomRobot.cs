using GymSharp.Spaces;

namespace Lasers;

/// <summary>Presses whatever comes to mind. Replace <see cref="Act"/> by something cleverer.</summary>
internal sealed class RandomRobot
{
    private readonly Space<int> actions;

    public RandomRobot(Space<int> actions, ulong seed)
    {
        this.actions = actions;
        actions.Seed(seed);
    }

    /// <summary>Chooses an action for what is seen: 210 rows of 160 pixels in red, green and blue.</summary>
#pragma warning disable IDE0060 // A cleverer robot looks at the picture.
    public int Act(byte[] picture) => actions.Sample();
#pragma warning restore IDE0060
}
