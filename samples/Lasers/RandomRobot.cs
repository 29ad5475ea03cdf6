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

    /// <summary>Chooses an action without a look at the picture, 210 rows of 160 pixels in red, green and blue.</summary>
    public int Act(byte[] _) => actions.Sample();
}
