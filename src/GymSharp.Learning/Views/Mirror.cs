using GymSharp.Neural;
using GymSharp.Spaces;

namespace GymSharp.Learning.Views;

/// <summary>
/// Turns pictures and actions into their mirror images, left and right exchanged: where the task is the same in a
/// mirror, every step stands for two.
/// </summary>
/// <remarks>Abdolhosseini et al. (2019), "On Learning Symmetric Locomotion", call it duplicated tuples.</remarks>
internal sealed class Mirror
{
    /// <summary>What the option says of itself.</summary>
    public const string Choice = "learn from mirror images too; for pictures of games that are the same in a mirror";

    private readonly Shape picture;
    private readonly float[] actions;

    // Products with these turn the lines of pictures round, and the values of actions.
    private readonly float[] turnLine;
    private readonly float[] turnValues;

    /// <summary>Makes a mirror.</summary>
    /// <param name="picture">Shape of a picture: height, width, channels.</param>
    /// <param name="actions">For each action the one with left and right exchanged.</param>
    public Mirror(Shape picture, IReadOnlyList<int> actions)
    {
        this.picture = picture;
        this.actions = [.. actions.Select(static action => (float)action)];
        (int width, int channels) = (picture[1], picture[2]);
        int line = width * channels;
        turnLine = new float[line * line];
        for (int i = 0; i < line; i++)
        {
            (int column, int channel) = Math.DivRem(i, channels);
            turnLine[(i * line) + ((width - 1 - column) * channels) + channel] = 1;
        }

        turnValues = new float[actions.Count * actions.Count];
        for (int action = 0; action < actions.Count; action++)
        {
            turnValues[(actions[action] * actions.Count) + action] = 1;
        }
    }

    /// <summary>A mirror for environments, or null where it is not asked for.</summary>
    /// <exception cref="ArgumentException">They show no pictures, or do not know their mirrored actions.</exception>
    public static Mirror? Of(TrainingEnv env, bool isWanted)
    {
        if (!isWanted)
        {
            return null;
        }

        if (env.ObservationShape.Rank != 3 || env.SingleActionSpace is not Discrete)
        {
            throw new ArgumentException(
                "The option 'mirror' turns pictures [height, width, channels] and Discrete actions round, got "
                + $"{env.SingleObservationSpace} and {env.SingleActionSpace}. Set mirror=false.",
                nameof(env));
        }

        return env.Mirrored is { } mirrored
            ? new Mirror(env.ObservationShape, mirrored.MirroredActions)
            : throw new ArgumentException(
                "The option 'mirror' needs an environment that knows which actions are each other's mirror images: "
                + $"{nameof(IMirrored)}, as Atari games with preprocess=true have it. Set mirror=false, or implement "
                + "it.",
                nameof(env));
    }

    /// <summary>Says that it has no answer where some actions are forbidden.</summary>
    /// <param name="maskLength">Length of the environment's action masks, 0 where there are none.</param>
    /// <exception cref="InvalidOperationException">There are masks.</exception>
    public static void RefuseMasks(int maskLength)
    {
        if (maskLength > 0)
        {
            throw new InvalidOperationException(
                "The option 'mirror' does not turn action masks round, and the environment has them. Set mirror=false, "
                + "or action_masks=false.");
        }
    }

    /// <summary>Turns pictures round where they lie.</summary>
    /// <param name="pictures">One after the other.</param>
    public void Turn(Span<float> pictures)
    {
        (int width, int channels) = (picture[1], picture[2]);
        int row = width * channels;
        for (int at = 0; at < pictures.Length; at += row)
        {
            Span<float> line = pictures.Slice(at, row);
            for (int left = 0, right = row - channels; left < right; left += channels, right -= channels)
            {
                for (int channel = 0; channel < channels; channel++)
                {
                    (line[left + channel], line[right + channel]) = (line[right + channel], line[left + channel]);
                }
            }
        }
    }

    /// <summary>The mirror images of observations: [rows, observation].</summary>
    public Tensor Turned(Tensor observations)
    {
        int rows = observations.Shape.Rows;
        int line = picture[1] * picture[2];
        return observations
            .Reshape(new Shape(rows * picture[0], line))
            .MatMul(observations.Tape.Input(turnLine, new Shape(line, line)))
            .Reshape(new Shape(rows, picture.Length));
    }

    /// <summary>What is said of observations and of their mirror images, on average.</summary>
    /// <param name="values">Of the observations, a number for each action: [rows, actions].</param>
    /// <param name="images">Of their mirror images.</param>
    public Tensor Mean(Tensor values, Tensor images) =>
        (values + images.MatMul(values.Tape.Input(turnValues, new Shape(actions.Length, actions.Length)))) * 0.5f;

    /// <summary>The mirror image of an action.</summary>
    public float Turned(float action) => actions[(int)action];
}
