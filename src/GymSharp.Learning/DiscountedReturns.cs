namespace GymSharp.Learning;

/// <summary>
/// Discounted returns of one episode: <c>G_t = r_{t+1} + γ G_{t+1}</c> (Sutton and Barto 2018, equation 3.9).
/// </summary>
public static class DiscountedReturns
{
    /// <summary>Computes the return that follows each step.</summary>
    /// <param name="rewards">Rewards of the episode in order, length T.</param>
    /// <param name="discount">γ in [0, 1].</param>
    /// <param name="bootstrap">Value of the state after the last step: 0 where the episode terminated.</param>
    /// <returns>T returns; entry t belongs to the state in which action t was taken.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The discount is outside [0, 1].</exception>
    public static double[] Compute(ReadOnlySpan<double> rewards, double discount, double bootstrap = 0)
    {
        if (discount is not (>= 0 and <= 1))
        {
            throw new ArgumentOutOfRangeException(
                nameof(discount), $"A discount lies between 0 and 1, got {discount}.");
        }

        double[] returns = new double[rewards.Length];
        double next = bootstrap;
        for (int t = rewards.Length - 1; t >= 0; t--)
        {
            next = rewards[t] + (discount * next);
            returns[t] = next;
        }

        return returns;
    }
}
