using GymSharp.Neural.Kernels;
using GymSharp.Neural.Memory;
using GymSharp.Neural.Threading;
using GymSharp.State;

namespace GymSharp.Neural;

/// <summary>
/// The numbers that are learned, all in one aligned array: optimisers, clipping, target networks and files see one
/// vector, layers see their <see cref="Parameter"/>s in it.
/// </summary>
/// <remarks>Between parameters lie zeros that keep each one aligned; nothing ever changes them.</remarks>
public sealed unsafe class ParameterSet : IDisposable
{
    private readonly List<Parameter> parameters = [];
    private AlignedBuffer buffer = new(0);

    // By offset; parameters begin at multiples of 16.
    private WeightForms?[] forms = [];

    /// <summary>The parameters in the order in which they were added.</summary>
    public IReadOnlyList<Parameter> Parameters => parameters;

    /// <summary>Number of elements, those that keep parameters aligned included.</summary>
    public int Length => buffer.Length;

    /// <summary>Number of learned numbers.</summary>
    public int Count => parameters.Sum(parameter => parameter.Shape.Length);

    /// <summary>All elements. Whoever writes here calls <see cref="MarkChanged"/> afterwards.</summary>
    public Span<float> Values => buffer.Span;

    /// <summary>Grows with every change, so that whoever holds something derived knows when it is old.</summary>
    public long Version { get; private set; } = 1;

    internal float* Pointer => buffer.Pointer;

    /// <summary>Makes room for a parameter; its numbers are zero.</summary>
    /// <param name="name">Dotted name, unique in the set.</param>
    /// <param name="shape">Shape in memory.</param>
    /// <param name="layout">How the shape differs from the published form.</param>
    /// <exception cref="ArgumentException">The name is taken, or the shape is empty.</exception>
    public Parameter Add(string name, Shape shape, ParameterLayout layout = ParameterLayout.Plain)
    {
        if (parameters.Exists(parameter => parameter.Name == name))
        {
            throw new ArgumentException(
                $"There is a parameter '{name}' already; give this one another name.", nameof(name));
        }

        if (shape.Length == 0)
        {
            throw new ArgumentException(
                $"A parameter has numbers; the shape {shape} of '{name}' has none.", nameof(shape));
        }

        Parameter added = new(name, shape, layout, Length, parameters.Count);
        AlignedBuffer larger = new(Length + AlignedBuffer.Padded(shape.Length));
        buffer.Span.CopyTo(larger.Span);
        buffer.Dispose();
        buffer = larger;
        ForgetForms(Length);
        parameters.Add(added);
        MarkChanged();
        return added;
    }

    /// <summary>Says that numbers have changed.</summary>
    public void MarkChanged() => Version++;

    /// <summary>A set of its own with the same parameters and numbers, for example a target network.</summary>
    public ParameterSet Clone()
    {
        ParameterSet copy = new();
        copy.parameters.AddRange(parameters);
        copy.buffer.Dispose();
        copy.buffer = new AlignedBuffer(Length);
        copy.ForgetForms(Length);
        copy.CopyFrom(this);
        return copy;
    }

    /// <summary>Takes over the numbers of a set of the same layout.</summary>
    /// <exception cref="ArgumentException">The layouts differ.</exception>
    public void CopyFrom(ParameterSet other)
    {
        ArgumentNullException.ThrowIfNull(other);
        RequireSameLayout(other);
        other.Values.CopyTo(Values);
        MarkChanged();
    }

    /// <summary>Polyak averaging: <c>θ ← θ + τ (other − θ)</c>.</summary>
    /// <param name="other">A set of the same layout.</param>
    /// <param name="tau">Share of the other set, 0 to 1.</param>
    /// <exception cref="ArgumentException">The layouts differ.</exception>
    public void Blend(ParameterSet other, float tau)
    {
        ArgumentNullException.ThrowIfNull(other);
        RequireSameLayout(other);
        System.Numerics.Tensors.TensorPrimitives.Lerp(Values, other.Values, tau, Values);
        MarkChanged();
    }

    /// <summary>Reads or writes the numbers.</summary>
    /// <exception cref="StateFormatException">The saved numbers are those of another network.</exception>
    public void SyncState(StateSync sync)
    {
        ArgumentNullException.ThrowIfNull(sync);
        int length = Length;
        sync.Sync(ref length);
        if (length != Length)
        {
            throw new StateFormatException(
                $"The saved network has {length} parameters, this one {Length}. Use the options it was trained with.");
        }

        sync.Sync(Values);
        MarkChanged();
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        buffer.Dispose();
        ForgetForms(0);
    }

    /// <summary>Panels and transpose of a matrix parameter.</summary>
    internal WeightForms FormsOf(int offset, int rows, int columns)
    {
        ref WeightForms? place = ref forms[offset / AlignedBuffer.Granule];
        WeightForms known = Volatile.Read(ref place) ?? FirstMade.Of(ref place, new WeightForms(rows, columns));
        return known.Rows == rows && known.Columns == columns
            ? known
            : throw new InvalidOperationException(
                $"A weight of [{known.Rows}, {known.Columns}] is used as one of [{rows}, {columns}]. Give each shape a "
                + "parameter of its own.");
    }

    private void ForgetForms(int length)
    {
        foreach (WeightForms? form in forms)
        {
            form?.Dispose();
        }

        forms = new WeightForms?[length / AlignedBuffer.Granule];
    }

    private void RequireSameLayout(ParameterSet other)
    {
        if (other.Length != Length || other.parameters.Count != parameters.Count)
        {
            throw new ArgumentException(
                $"The sets differ: {parameters.Count} parameters with {Length} elements here, {other.parameters.Count} "
                + $"with {other.Length} there. Both must belong to networks made with the same options.",
                nameof(other));
        }
    }
}
