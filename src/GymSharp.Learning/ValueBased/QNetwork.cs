using GymSharp.Learning.Networks;
using GymSharp.Learning.Views;
using GymSharp.Neural;
using GymSharp.Neural.Initialization;
using GymSharp.Neural.Layers;
using GymSharp.Randomness;

namespace GymSharp.Learning.ValueBased;

/// <summary>
/// From observations to what is told about each action: convolutions where observations are pictures or have some among
/// their parts, hidden layers, then one stream, or two where value and advantages are apart.
/// </summary>
internal sealed class QNetwork
{
    private static readonly TorchDefault First = new();

    private readonly List<Module> body = [];
    private readonly List<NoisyLinear> noisy = [];
    private readonly Module[] advantage;
    private readonly Module[] value = [];
    private readonly Shape observation;

    /// <summary>Adds the network's parameters to a set.</summary>
    /// <param name="set">Where they go.</param>
    /// <param name="parts">The parts of one observation.</param>
    /// <param name="outputs">Number of actions, and of numbers per action.</param>
    /// <param name="options">Sizes and kinds of layers.</param>
    /// <param name="rng">Draws first weights.</param>
    public QNetwork(
        ParameterSet set,
        IReadOnlyList<ObservationPart> parts,
        (int Actions, int Width) outputs,
        ValueOptions options,
        Rng rng)
    {
        int width = parts.Sum(part => part.Shape.Length);
        observation = new Shape(width);
        Actions = outputs.Actions;
        bool isPicture = options.Convolutions && PictureExtractor.IsPictureAlone(parts);
        int[] hidden = [.. options.Hidden ?? (isPicture ? [] : [64, 64])];
        if (options.Convolutions && PictureExtractor.HasPicture(parts))
        {
            (Module extractor, width) = PictureExtractor.Make(
                set, "body", parts, options.PictureNetwork, First, rng);
            body.Add(extractor);
        }

        // Both streams have a hidden layer of their own, as in the paper; the noise is in the last two layers.
        int shared = options.Dueling || options.Noisy ? Math.Max(0, hidden.Length - 1) : hidden.Length;
        for (int i = 0; i < shared; i++)
        {
            body.Add(new Linear(set, $"body.{i}", (width, hidden[i]), First, rng, options.Activation));
            width = hidden[i];
        }

        Stream stream = new(set, width, hidden[shared..], options, rng);
        advantage = stream.Make(options.Dueling ? "advantage" : "head", Actions * outputs.Width);
        value = options.Dueling ? stream.Make("value", outputs.Width) : [];
        noisy.AddRange(advantage.Concat(value).OfType<NoisyLinear>());
    }

    /// <summary>Brings observations to -1 … 1, or null.</summary>
    public ObservationScale? Scale { get; init; }

    /// <summary>Number of actions.</summary>
    public int Actions { get; }

    /// <summary>Draws new noise for the passes that follow.</summary>
    public void RedrawNoise(Rng rng)
    {
        foreach (NoisyLinear layer in noisy)
        {
            layer.Redraw(rng);
        }
    }

    /// <summary>As <see cref="Forward(Tensor)"/> with the mean weights, for evaluation.</summary>
    public Tensor ForwardWithoutNoise(Tensor observations)
    {
        SetNoise(false);
        try
        {
            return Forward(observations);
        }
        finally
        {
            SetNoise(true);
        }
    }

    /// <summary>[rows, actions · width], with the numbers of the tape's parameters.</summary>
    public Tensor Forward(Tape tape, ReadOnlySpan<float> observations) =>
        Forward(tape.Input(observations, observation.WithRows(observations.Length / observation.Length)));

    /// <summary>[rows, actions · width], of a tape's observations.</summary>
    public Tensor Forward(Tensor observations)
    {
        Tensor features = observations;
        if (Scale is not null)
        {
            features = (features - features.Tape.Input(Scale.Middle)) * features.Tape.Input(Scale.Factor);
        }

        foreach (Module layer in body)
        {
            features = layer.Forward(features);
        }

        Tensor advantages = Apply(advantage, features);
        return value.Length == 0 ? advantages : Apply(value, features).Dueling(advantages);
    }

    private void SetNoise(bool isOn)
    {
        foreach (NoisyLinear layer in noisy)
        {
            layer.IsNoisy = isOn;
        }
    }

    private static Tensor Apply(Module[] layers, Tensor input)
    {
        foreach (Module layer in layers)
        {
            input = layer.Forward(input);
        }

        return input;
    }

    // Hidden layers and a last layer without activation; the last two have the noise.
    private readonly record struct Stream(ParameterSet Set, int Inputs, int[] Hidden, ValueOptions Options, Rng Rng)
    {
        public Module[] Make(string name, int outputs)
        {
            Module[] layers = new Module[Hidden.Length + 1];
            int width = Inputs;
            for (int i = 0; i < layers.Length; i++)
            {
                bool isLast = i == Hidden.Length;
                (int, int) sizes = (width, isLast ? outputs : Hidden[i]);
                Activation activation = isLast ? Activation.None : Options.Activation;
                layers[i] = Options.Noisy && i >= Hidden.Length - 1
                    ? new NoisyLinear(Set, $"{name}.{i}", sizes, Rng, activation, Options.NoisyDeviation)
                    : new Linear(Set, $"{name}.{i}", sizes, First, Rng, activation);
                width = sizes.Item2;
            }

            return layers;
        }
    }
}
