using GymSharp.Randomness;

namespace GymSharp.Learning.PolicyGradient;

public sealed class ConjugateGradientTests
{
    [Fact]
    public void Two_steps_solve_two_equations()
    {
        // 4x + y = 1, x + 3y = 2: x = 1/11, y = 7/11.
        float[] solution = new float[2];
        new ConjugateGradient(2).Solve(
            (vector, result) =>
            {
                result[0] = (4 * vector[0]) + vector[1];
                result[1] = vector[0] + (3 * vector[1]);
            },
            [1, 2], 2, solution);
        Assert.Equal(1 / 11.0, solution[0], 1e-6);
        Assert.Equal(7 / 11.0, solution[1], 1e-6);
    }

    [Fact]
    public void The_solution_is_that_of_elimination()
    {
        const int size = 12;
        Rng rng = new(3);
        double[,] root = new double[size, size];
        for (int i = 0; i < size * size; i++)
        {
            root[i / size, i % size] = rng.StandardNormal();
        }

        double[,] matrix = new double[size, size];
        for (int i = 0; i < size; i++)
        {
            for (int j = 0; j < size; j++)
            {
                matrix[i, j] = i == j ? 1 : 0;
                for (int k = 0; k < size; k++)
                {
                    matrix[i, j] += root[i, k] * root[j, k] / size;
                }
            }
        }

        float[] right = [.. Enumerable.Range(0, size).Select(i => (float)(i - 4))];
        float[] solution = new float[size];
        new ConjugateGradient(size).Solve(
            (vector, result) =>
            {
                for (int i = 0; i < size; i++)
                {
                    double sum = 0;
                    for (int j = 0; j < size; j++)
                    {
                        sum += matrix[i, j] * vector[j];
                    }

                    result[i] = (float)sum;
                }
            },
            right, 40, solution);
        double[] expected = DenseSolver.Solve(matrix, Array.ConvertAll(right, value => (double)value));
        for (int i = 0; i < size; i++)
        {
            Assert.Equal(expected[i], solution[i], 1e-4);
        }
    }
}
