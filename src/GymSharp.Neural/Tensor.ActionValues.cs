using GymSharp.Neural.Autodiff;

namespace GymSharp.Neural;

/// <content>Operations on the outputs of networks that estimate the value of each action.</content>
public readonly unsafe partial struct Tensor
{
    /// <summary>One block of neighbouring columns of each row: [rows, width].</summary>
    /// <param name="blocks">Which, one per row: block <c>b</c> begins at column <c>b · width</c>.</param>
    /// <param name="width">Columns per block.</param>
    /// <exception cref="ArgumentException">
    /// The rows do not consist of such blocks, or one of them is not there.
    /// </exception>
    public Tensor GatherBlocks(ReadOnlySpan<int> blocks, int width)
    {
        int columns = Shape.Columns;
        Require(
            width > 0 && columns % width == 0 && blocks.Length == Shape.Rows,
            $"Blocks of the width must fill rows of {columns} numbers, with one index for each of {Shape.Rows} rows; "
            + $"got blocks of {width} and {blocks.Length} indices.");
        foreach (int block in blocks)
        {
            Require(
                (uint)block < (uint)(columns / width),
                $"There is no block {block} in rows of {columns / width} blocks.");
        }

        float* extra = Tape.Take(blocks.Length);
        blocks.CopyTo(new Span<int>(extra, blocks.Length));
        return Tape.Append(new Node
        {
            Op = Op.GatherBlocks,
            A = Index,
            B = -1,
            C = -1,
            Shape = new Shape(blocks.Length, width),
            Extra = extra,
        });
    }

    /// <summary>
    /// Values of actions from the value of a state and the advantages of the actions: <c>V + A − mean(A)</c>; Wang et
    /// al. (2016), "Dueling Network Architectures for Deep Reinforcement Learning", equation 9.
    /// </summary>
    /// <param name="advantages">
    /// [rows, actions · width], where this tensor, the value, is [rows, width]: one number, or several that describe a
    /// distribution, which are combined one by one.
    /// </param>
    /// <exception cref="ArgumentException">The shapes do not fit.</exception>
    public Tensor Dueling(Tensor advantages)
    {
        Tape.RequireOwn(advantages);
        Require(
            Shape.Rows == advantages.Shape.Rows && advantages.Shape.Columns % Shape.Columns == 0,
            $"Advantages [rows, actions · width] belong to values [rows, width], got {advantages.Shape} and {Shape}.");
        return Tape.Append(new Node
        {
            Op = Op.Dueling,
            A = Index,
            B = advantages.Index,
            C = -1,
            Shape = advantages.Shape,
        });
    }

    /// <summary>
    /// How far quantiles are from samples of the distribution they describe, per row: [rows]. With <c>N</c> quantiles
    /// <c>θ_i</c> for <c>τ_i = (2i + 1) / 2N</c> and <c>M</c> targets <c>t_j</c>:
    /// <c>Σ_i 1/M Σ_j |τ_i − 1{u &lt; 0}| L_κ(u) / κ</c>, <c>u = t_j − θ_i</c>, where <c>L_κ</c> is
    /// <see cref="Huber"/>'s function; Dabney et al. (2018), "Distributional Reinforcement Learning with Quantile
    /// Regression", equation 10.
    /// </summary>
    /// <param name="targets">[rows, targets]; no gradient flows there.</param>
    /// <param name="kappa">Where the loss turns from a square to a line, above 0.</param>
    /// <exception cref="ArgumentException">The numbers of rows differ.</exception>
    public Tensor QuantileHuber(Tensor targets, float kappa = 1)
    {
        Tape.RequireOwn(targets);
        Require(
            Shape.Rank == 2 && Shape.Rows == targets.Shape.Rows && kappa > 0,
            $"Quantiles [rows, n] need targets [rows, m] and a kappa above 0, got {Shape}, {targets.Shape} and "
            + $"{kappa}.");
        return Tape.Append(new Node
        {
            Op = Op.QuantileHuber,
            A = Index,
            B = -1,
            C = -1,
            I = targets.Index,
            X = kappa,
            Shape = new Shape(Shape.Rows),
            Extra = Tape.Take(Shape.Length),
        });
    }
}
