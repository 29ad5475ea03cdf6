using GymSharp.Neural.Memory;
using GymSharp.Neural.Threading;
using GymSharp.State;

namespace GymSharp.Neural.Optimization;

/// <summary>Changes parameters along a gradient so that a loss becomes smaller.</summary>
/// <remarks>
/// A step is one pass over the flat arrays of gradients, moments and parameters. It allocates nothing, and its result
/// does not depend on the number of threads or on the width of the processor's vectors.
/// </remarks>
public abstract class Optimizer : IDisposable
{
    private readonly ParameterSet parameters;
    private readonly int length;
    private readonly AlignedBuffer[] moments;
    private long steps;

    private protected Optimizer(ParameterSet set, double learningRate, int momentCount, ComputeTeam? team)
    {
        ArgumentNullException.ThrowIfNull(set);
        parameters = set;
        length = set.Length;
        LearningRate = learningRate;
        Team = team ?? ComputeTeam.Alone;
        moments = new AlignedBuffer[momentCount];
        for (int i = 0; i < momentCount; i++)
        {
            moments[i] = new AlignedBuffer(length);
        }
    }

    /// <summary>Step size of the next step; a schedule may set it before every step.</summary>
    public double LearningRate { get; set; }

    /// <summary>Number of steps taken.</summary>
    public long Steps => steps;

    private protected ComputeTeam Team { get; }

    private protected int Length => length;

    /// <summary>Takes one step.</summary>
    /// <param name="gradients">Gradient of the loss with respect to the parameters.</param>
    /// <exception cref="ArgumentException">The gradient is that of another set.</exception>
    /// <exception cref="InvalidOperationException">Parameters were added since the optimiser was made.</exception>
    public void Step(Gradients gradients)
    {
        ArgumentNullException.ThrowIfNull(gradients);
        if (parameters.Length != length)
        {
            throw new InvalidOperationException(
                $"The set had {length} elements when the optimiser was made and has {parameters.Length} now. "
                + "Make the optimiser after all layers.");
        }

        if (gradients.Length != length)
        {
            throw new ArgumentException(
                $"The gradient has {gradients.Length} elements, the parameters {length}. Pass the "
                + $"gradient of the "
                + "tape that is bound to this optimiser's parameters.",
                nameof(gradients));
        }

        steps++;
        unsafe
        {
            float* pointer = gradients.Unscaled(out float scale);
            Update(parameters.Pointer, pointer, scale);
        }

        parameters.MarkChanged();
    }

    /// <summary>Reads or writes the moments, the number of steps and the learning rate.</summary>
    /// <exception cref="StateFormatException">The saved moments are those of another network or optimiser.</exception>
    public void SyncState(StateSync sync)
    {
        ArgumentNullException.ThrowIfNull(sync);
        sync.Marker(GetType().Name);
        int saved = length;
        sync.Sync(ref saved);
        if (saved != length)
        {
            throw new StateFormatException(
                $"The saved optimiser has {saved} parameters, this one {length}. Use the options it was trained with.");
        }

        sync.Sync(ref steps);
        double learningRate = LearningRate;
        sync.Sync(ref learningRate);
        LearningRate = learningRate;
        foreach (AlignedBuffer moment in moments)
        {
            sync.Sync(moment.Span);
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        foreach (AlignedBuffer moment in moments)
        {
            moment.Dispose();
        }

        GC.SuppressFinalize(this);
    }

    /// <summary>Changes the parameters once; <see cref="Steps"/> counts this step already.</summary>
    /// <param name="values">The parameters.</param>
    /// <param name="gradients">Their gradients, to be multiplied by <paramref name="scale"/>.</param>
    /// <param name="scale">1, or less where the gradient was clipped.</param>
    private protected abstract unsafe void Update(float* values, float* gradients, float scale);

    private protected unsafe float* Moment(int index) => moments[index].Pointer;

    private protected void FillMoment(int index, float value) => moments[index].Span.Fill(value);
}
