using GymSharp.Neural;
using GymSharp.Neural.Initialization;
using GymSharp.Neural.Layers;
using GymSharp.Randomness;

namespace GymSharp.Learning.ValueBased;

/// <summary>
/// From observations to what is told about each action: hidden layers, then one stream, or two where value and
/// advantages are apart.
/// </summary>
internal sealed class QNetwork
{
    private readonly List<Module> body = [];
    private readonly Module[] advantage;
    private readonly Module[] value = [];
    private readonly Shape observation;

    /// <summary>Adds the network's parameters to a set.</summary>
    /// <param name="set">Where they go.</param>
    /// <param name="observation">Shape of one observation.</param>
    /// <param name="outputs">Number of actions, and of numbers per action.</param>
    /// <param name="options">Sizes and kinds of layers.</param>
    /// <param name="rng">Draws first weights.</param>
    public QNetwork(ParameterSet set, Shape observation, (int Actions, int Width) outputs, ValueOptions options, Rng rng)
    {
        this.observation = new Shape(observation.Length);
        Actions = outputs.Actions;
        TorchDefault initializer = new();
        int[] hidden = [.. options.Hidden ?? [64, 64]];
        int inputs = observation.Length;

        // Both streams have a hidden layer of their own, as in the paper.
        int shared = options.Dueling ? Math.Max(0, hidden.Length - 1) : hidden.Length;
        for (int i = 0; i < shared; i++)
        {
            body.Add(new Linear(set, $"body.{i}", (inputs, hidden[i]), initializer, rng, options.Activation));
            inputs = hidden[i];
        }

        int[] own = hidden[shared..];
        advantage = Stream(options.Dueling ? "advantage" : "head", Actions * outputs.Width);
        value = options.Dueling ? Stream("value", outputs.Width) : [];

        Module[] Stream(string name, int count)
        {
            List<Module> layers = [];
            int width = inputs;
            foreach (int neurons in own)
            {
                layers.Add(new Linear(set, $"{name}.0", (width, neurons), initializer, rng, options.Activation));
                width = neurons;
            }

            layers.Add(new Linear(set, $"{name}.{layers.Count}", (width, count), initializer, rng));
            return [.. layers];
        }
    }

    /// <summary>Number of actions.</summary>
    public int Actions { get; }

    /// <summary>[rows, actions · width], with the numbers of the tape's parameters.</summary>
    public Tensor Forward(Tape tape, ReadOnlySpan<float> observations)
    {
        Tensor features = tape.Input(observations, observation.WithRows(observations.Length / observation.Length));
        foreach (Module layer in body)
        {
            features = layer.Forward(features);
        }

        Tensor advantages = Apply(advantage, features);
        return value.Length == 0 ? advantages : Apply(value, features).Dueling(advantages);
    }

    private static Tensor Apply(Module[] layers, Tensor input)
    {
        foreach (Module layer in layers)
        {
            input = layer.Forward(input);
        }

        return input;
    }
}
