using System.Runtime.CompilerServices;
using GymSharp.Neural.Autodiff;
using GymSharp.Neural.Kernels;
using GymSharp.Neural.Memory;
using GymSharp.Neural.Threading;

namespace GymSharp.Neural;

/// <summary>
/// Computes with tensors, remembers how, and goes the way back to the gradient of a loss: reverse-mode automatic
/// differentiation.
/// </summary>
/// <remarks>
/// <para>A tape belongs to one thread and to one <see cref="ParameterSet"/>; layers take their numbers from there.
/// After
/// <see cref="Clear"/> every tensor of the tape is void and its memory is used again, so that a training loop allocates
/// nothing once it has run through.</para>
/// <para>Results do not depend on the number of threads of the <see cref="ComputeTeam"/>: work is cut into the same
/// pieces, and sums are formed in the same order, for any number.</para>
/// </remarks>
public sealed unsafe class Tape : IDisposable
{
    private readonly Arena arena = new();
    private readonly int[] used;
    private Node[] nodes = new Node[64];

    /// <summary>Makes an empty tape.</summary>
    /// <param name="parameters">Where layers take their numbers from; complete, nothing is added later.</param>
    /// <param name="team">Threads that share the work, or null to work alone.</param>
    public Tape(ParameterSet parameters, ComputeTeam? team = null)
    {
        ArgumentNullException.ThrowIfNull(parameters);
        Parameters = parameters;
        Team = team ?? ComputeTeam.Alone;
        Gradients = new Gradients(parameters, team);
        used = new int[parameters.Parameters.Count];
        Array.Fill(used, -1);
    }

    /// <summary>Where layers take their numbers from.</summary>
    public ParameterSet Parameters { get; }

    /// <summary>The sum of the gradients of all backward passes since it was last cleared.</summary>
    public Gradients Gradients { get; }

    /// <summary>
    /// Whether what is computed can be differentiated. Switched off, for acting and for targets, no gradient flows.
    /// </summary>
    public bool IsRecording { get; set; } = true;

    /// <summary>
    /// Whether parameters are taken as they are: gradients flow through layers to <see cref="Variable"/>s, and none is
    /// computed for what is learned.
    /// </summary>
    public bool HoldsParameters { get; set; }

    /// <summary>Number of nodes since the last <see cref="Clear"/>.</summary>
    public int Count { get; private set; }

    internal ComputeTeam Team { get; }

    /// <summary>The node that the backward pass is at.</summary>
    internal int Current { get; private set; }

    /// <summary>Forgets everything computed; tensors of this tape are void. Gradients of parameters stay.</summary>
    public void Clear()
    {
        arena.Reset();
        Array.Fill(used, -1);
        Count = 0;
    }

    /// <summary>Brings numbers onto the tape; they are copied.</summary>
    /// <param name="values">The numbers, row-major.</param>
    /// <param name="shape">Their shape.</param>
    /// <exception cref="ArgumentException">The shape has another number of elements.</exception>
    public Tensor Input(ReadOnlySpan<float> values, Shape shape)
    {
        if (values.Length != shape.Length)
        {
            throw new ArgumentException(
                $"A tensor of shape {shape} has {shape.Length} elements, got {values.Length}.", nameof(values));
        }

        Tensor tensor = Append(new Node { Op = Op.Input, A = -1, B = -1, C = -1, Shape = shape });
        values.CopyTo(tensor.Values);
        return tensor;
    }

    /// <summary>A tensor on the tape for the caller to fill in.</summary>
    public Tensor Empty(Shape shape) => Append(new Node { Op = Op.Input, A = -1, B = -1, C = -1, Shape = shape });

    /// <summary>A vector of numbers that is not differentiated.</summary>
    public Tensor Input(ReadOnlySpan<float> values) => Input(values, new Shape(values.Length));

    /// <summary>Numbers that are differentiated though they are not learned; they are copied.</summary>
    /// <param name="values">The numbers, row-major.</param>
    /// <param name="shape">Their shape.</param>
    /// <returns>A tensor whose <see cref="Tensor.Gradient"/> is there after <see cref="Backward"/>.</returns>
    /// <exception cref="ArgumentException">The shape has another number of elements.</exception>
    public Tensor Variable(ReadOnlySpan<float> values, Shape shape)
    {
        Tensor tensor = Input(values, shape);
        nodes[tensor.Index].Tracked = IsRecording;
        return tensor;
    }

    /// <summary>
    /// A parameter of <see cref="Parameters"/>; its gradient is added to <see cref="Gradients"/>, unless parameters
    /// are held.
    /// </summary>
    public Tensor Use(Parameter parameter)
    {
        ArgumentNullException.ThrowIfNull(parameter);
        int known = used[parameter.Ordinal];
        bool isTracked = IsRecording && !HoldsParameters;
        if (known >= 0 && nodes[known].Tracked == isTracked)
        {
            return new Tensor(this, known);
        }

        ref Node node = ref Next(out int index);
        node = new Node
        {
            Op = Op.Parameter,
            Tracked = isTracked,
            A = -1,
            B = -1,
            C = -1,
            I = parameter.Offset,
            J = parameter.Ordinal,
            Shape = parameter.Shape,
            Values = Parameters.Pointer + parameter.Offset,
            Gradient = Gradients.Pointer + parameter.Offset,
        };
        used[parameter.Ordinal] = index;
        return new Tensor(this, index);
    }

    /// <summary>Adds the gradient of a loss to <see cref="Gradients"/>.</summary>
    /// <param name="loss">A tensor of one element on this tape.</param>
    /// <exception cref="ArgumentException">
    /// It has several elements, belongs to another tape, or depends on no parameter or variable.
    /// </exception>
    public void Backward(Tensor loss)
    {
        RequireOwn(loss);
        ref Node last = ref nodes[loss.Index];
        if (last.Shape.Length != 1 || !last.Tracked)
        {
            throw new ArgumentException(
                last.Tracked
                    ? $"A loss is one number, got a tensor of shape {last.Shape}. Take its Sum() or Mean()."
                    : "The loss depends on no parameter or variable, or was computed while IsRecording was off.",
                nameof(loss));
        }

        *GradientOf(loss.Index) = 1;
        for (int i = loss.Index; i >= 0; i--)
        {
            ref Node node = ref nodes[i];
            if ((node.Gradient != null || node.Head > 0) && node.Tracked && node.Op > Op.Parameter)
            {
                Current = i;
                OpTable.Backward(this, ref node);
            }
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        arena.Dispose();
        Gradients.Dispose();
    }

    /// <summary>Computes a node and puts it on the tape.</summary>
    internal Tensor Append(Node node)
    {
        node.Tracked = IsRecording && (IsTracked(node.A) || IsTracked(node.B) || IsTracked(node.C));
        node.Values = node.Values == null ? arena.Take(node.Shape.Length) : node.Values;
        OpTable.Forward(this, ref node);
        ref Node place = ref Next(out int index);
        place = node;
        return new Tensor(this, index);
    }

    /// <summary>Memory that lasts until <see cref="Clear"/>; its content is whatever was there.</summary>
    internal float* Take(int length) => arena.Take(length);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal ref Node At(int index) => ref nodes[index];

    /// <summary>The gradient of a node, zero at first, or null where none is wanted.</summary>
    internal float* GradientOf(int index)
    {
        if (index < 0)
        {
            return null;
        }

        ref Node node = ref nodes[index];
        if (!node.Tracked)
        {
            return null;
        }

        if (node.Op == Op.Parameter)
        {
            Gradients.Prepare(node.J);
        }
        else if (node.Gradient == null && !TryComputeFromHead(ref node))
        {
            node.Gradient = arena.Take(node.Shape.Length);
            new Span<float>(node.Gradient, node.Shape.Length).Clear();
        }

        return node.Gradient;
    }

    /// <summary>
    /// The gradient of a node for a caller who writes every element: where it is new it is not cleared first.
    /// </summary>
    internal float* GradientOf(int index, out bool isNew)
    {
        isNew = false;
        if (index < 0 || !nodes[index].Tracked)
        {
            return null;
        }

        ref Node node = ref nodes[index];
        if (node.Op == Op.Parameter)
        {
            isNew = Gradients.TakeUnwritten(node.J);
        }
        else if (node.Gradient == null && !TryComputeFromHead(ref node))
        {
            isNew = true;
            node.Gradient = arena.Take(node.Shape.Length);
        }

        return node.Gradient;
    }

    internal void RequireOwn(Tensor tensor)
    {
        if (!ReferenceEquals(tensor.Owner, this) || tensor.Index >= Count)
        {
            throw new ArgumentException(
                "The tensor belongs to another tape, or to this one before it was cleared. Compute it again.",
                nameof(tensor));
        }
    }

    private bool TryComputeFromHead(ref Node node)
    {
        if (node.Head == 0)
        {
            return false;
        }

        // Once the backward pass came by, a gradient is that of the sums, as where it was stored.
        node.Gradient = arena.Take(node.Shape.Length);
        Products.InputGradient(this, Math.Abs(node.Head) - 1, node.Gradient);
        if (node.Head < 0)
        {
            (int, int, int) whole = (node.Shape.Rows, node.Shape.Columns, node.Shape.Columns);
            Activations.MultiplyByDerivative((Activation)node.I, node.Values, node.Gradient, whole);
        }

        node.Head = 0;
        return true;
    }

    private bool IsTracked(int index) => index >= 0 && nodes[index].Tracked;

    private ref Node Next(out int index)
    {
        if (Count == nodes.Length)
        {
            Array.Resize(ref nodes, 2 * nodes.Length);
        }

        index = Count++;
        return ref nodes[index];
    }
}
