using GymSharp.Neural.Autodiff;

namespace GymSharp.Neural;

/// <summary>
/// A float32 array on a <see cref="Tape"/>, row-major; a handle, as cheap to pass around as a number.
/// </summary>
/// <remarks>
/// In operations with two tensors the second may be a single number, or a vector as long as the first one's rows; it is
/// repeated then.
/// </remarks>
public readonly unsafe partial struct Tensor
{
    internal Tensor(Tape owner, int index)
    {
        Owner = owner;
        Index = index;
    }

    /// <summary>The shape.</summary>
    public Shape Shape => Node.Shape;

    /// <summary>The numbers, until the tape is cleared.</summary>
    public Span<float> Values
    {
        get
        {
            // Whoever writes here changes what all threads read.
            ref Node node = ref Node;
            node.CopyNumber = 0;
            return new Span<float>(node.Values, node.Shape.Length);
        }
    }

    /// <summary>
    /// The gradient that <see cref="Tape.Backward"/> found; empty where none flowed. Of a layer with an activation it
    /// is that of the sums. It is to be read before parameters change.
    /// </summary>
    public ReadOnlySpan<float> Gradient
    {
        get
        {
            ref Node node = ref Node;
            if (node.Op == Op.Parameter)
            {
                return Tape.Gradients.Values.Slice(node.I, node.Shape.Length);
            }

            if (node.Head != 0)
            {
                Tape.GradientOf(Index);
            }

            return node.Gradient == null ? default : new Span<float>(node.Gradient, node.Shape.Length);
        }
    }

    /// <summary>The number, where there is only one.</summary>
    /// <exception cref="InvalidOperationException">There are several.</exception>
    public float Item => Shape.Length == 1
        ? Values[0]
        : throw new InvalidOperationException($"A tensor of shape {Shape} is not one number. Read Values instead.");

    /// <summary>The tape it is on.</summary>
    public Tape Tape => Owner ?? throw new InvalidOperationException("This tensor was never computed.");

    internal Tape Owner { get; }

    internal int Index { get; }

    private ref Node Node => ref Tape.At(Index);

    /// <summary>Sum.</summary>
    public static Tensor operator +(Tensor left, Tensor right) => left.Binary(Op.Add, right);

    /// <summary>Difference.</summary>
    public static Tensor operator -(Tensor left, Tensor right) => left.Binary(Op.Subtract, right);

    /// <summary>Product, element by element.</summary>
    public static Tensor operator *(Tensor left, Tensor right) => left.Binary(Op.Multiply, right);

    /// <summary>Quotient, element by element.</summary>
    public static Tensor operator /(Tensor left, Tensor right) => left.Binary(Op.Divide, right);

    /// <summary>Adds a number.</summary>
    public static Tensor operator +(Tensor left, float right) => left.Unary(Op.AddScalar, right);

    /// <summary>Subtracts a number.</summary>
    public static Tensor operator -(Tensor left, float right) => left.Unary(Op.AddScalar, -right);

    /// <summary>Subtracts from a number.</summary>
    public static Tensor operator -(float left, Tensor right) => (-right) + left;

    /// <summary>Multiplies by a number.</summary>
    public static Tensor operator *(Tensor left, float right) => left.Unary(Op.MultiplyScalar, right);

    /// <summary>Multiplies by a number.</summary>
    public static Tensor operator *(float left, Tensor right) => right * left;

    /// <summary>Divides by a number.</summary>
    public static Tensor operator /(Tensor left, float right) => left * (1 / right);

    /// <summary>Negation.</summary>
    public static Tensor operator -(Tensor tensor) => tensor * -1f;

    /// <summary>The smaller of each two elements; the gradient goes to the smaller, to the left where equal.</summary>
    public Tensor Minimum(Tensor other) => Binary(Op.Minimum, other);

    /// <summary>The larger of each two elements; the gradient goes to the larger, to the left where equal.</summary>
    public Tensor Maximum(Tensor other) => Binary(Op.Maximum, other);

    /// <summary>Hyperbolic tangent.</summary>
    public Tensor Tanh() => Unary(Op.Tanh);

    /// <summary><c>max(x, 0)</c>.</summary>
    public Tensor Relu() => Unary(Op.Relu);

    /// <summary><c>1 / (1 + e^-x)</c>.</summary>
    public Tensor Sigmoid() => Unary(Op.Sigmoid);

    /// <summary><c>x Φ(x)</c> in the form with tanh.</summary>
    public Tensor Gelu() => Unary(Op.Gelu);

    /// <summary><c>log(1 + e^x)</c>.</summary>
    public Tensor Softplus() => Unary(Op.Softplus);

    /// <summary><c>e^x</c>.</summary>
    public Tensor Exp() => Unary(Op.Exp);

    /// <summary>Natural logarithm.</summary>
    public Tensor Log() => Unary(Op.Log);

    /// <summary><c>x²</c>.</summary>
    public Tensor Square() => Unary(Op.Square);

    /// <summary>Square root.</summary>
    public Tensor Sqrt() => Unary(Op.Sqrt);

    /// <summary>Absolute value; the gradient at 0 is 0.</summary>
    public Tensor Abs() => Unary(Op.Abs);

    /// <summary>Brings every element between two bounds; no gradient flows outside them.</summary>
    public Tensor Clamp(float least, float most) => Unary(Op.Clamp, least, most);

    /// <summary>
    /// <c>x²/2</c> up to <paramref name="delta"/> and <c>delta (|x| − delta/2)</c> beyond; Huber (1964).
    /// </summary>
    public Tensor Huber(float delta = 1) => Unary(Op.Huber, delta);

    /// <summary>Sum of all elements.</summary>
    public Tensor Sum() => Append(Op.Sum, new Shape(1));

    /// <summary>Mean of all elements.</summary>
    public Tensor Mean() => Sum() * (1f / Shape.Length);

    /// <summary>Sum of each row: [rows].</summary>
    public Tensor SumRows() => Append(Op.SumRows, new Shape(Shape.Rows));

    /// <summary>Logarithm of the softmax of each row.</summary>
    public Tensor LogSoftmax() => Append(Op.LogSoftmax, Shape);

    /// <summary>Softmax of each row.</summary>
    public Tensor Softmax() => Append(Op.Softmax, Shape);

    /// <summary>The same numbers in another shape; shares memory.</summary>
    /// <exception cref="ArgumentException">The number of elements differs.</exception>
    public Tensor Reshape(Shape shape)
    {
        if (shape.Length != Shape.Length)
        {
            throw new ArgumentException(
                $"{Shape} cannot be seen as {shape}: the numbers of elements differ.", nameof(shape));
        }

        return Tape.Append(
            new Node { Op = Op.Reshape, A = Index, B = -1, C = -1, Shape = shape, Values = Node.Values });
    }

    /// <summary>The same numbers, through which no gradient flows.</summary>
    public Tensor Detach() =>
        Tape.Append(new Node { Op = Op.Detach, A = -1, B = -1, C = -1, Shape = Shape, Values = Node.Values });

    /// <summary>Applies an activation.</summary>
    public Tensor Apply(Activation activation) => activation switch
    {
        Activation.Tanh => Tanh(),
        Activation.Relu => Relu(),
        Activation.Sigmoid => Sigmoid(),
        Activation.Gelu => Gelu(),
        _ => this,
    };

    private Tensor Unary(Op op, float x = 0, float y = 0) =>
        Tape.Append(new Node { Op = op, A = Index, B = -1, C = -1, X = x, Y = y, Shape = Shape });

    private Tensor Append(Op op, Shape shape) =>
        Tape.Append(new Node { Op = op, A = Index, B = -1, C = -1, Shape = shape });

    private Tensor Binary(Op op, Tensor other)
    {
        Tape.RequireOwn(other);
        if (other.Shape.Length != Shape.Length && other.Shape.Length != 1 && other.Shape.Length != Shape.Columns)
        {
            throw new ArgumentException(
                $"{op} takes a second tensor of shape {Shape}, a vector of {Shape.Columns}, or one number; got "
                + $"{other.Shape}.",
                nameof(other));
        }

        return Tape.Append(new Node { Op = op, A = Index, B = other.Index, C = -1, Shape = Shape });
    }
}
