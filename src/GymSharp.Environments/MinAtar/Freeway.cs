using GymSharp.Randomness;
using GymSharp.State;

namespace GymSharp.Environments.MinAtar;

/// <summary>A chicken crosses eight lanes of traffic; each arrival at the top pays 1.</summary>
/// <remarks>
/// A car that touches the chicken sends it back to the start. Each arrival draws new speeds and directions. The episode
/// ends after 2501 frames. Nothing ramps.
/// </remarks>
public sealed class Freeway : MinAtarGame
{
    private const int Lanes = 8;
    private const int Column = 4;
    private const int StartRow = Size - 1;
    private const int FramesPerMove = 3;
    private const int FrameLimit = 2500;
    private const int SlowestCar = 5;

    private readonly Car[] cars = new Car[Lanes];
    private int row;
    private int rest;
    private int framesLeft;

    private enum Channel
    {
        Chicken,
        Car,
        Speed1,
    }

    /// <inheritdoc/>
    public override string Name => "freeway";

    /// <inheritdoc/>
    public override IReadOnlyList<string> Channels { get; } =
        ["chicken", "car", "speed1", "speed2", "speed3", "speed4", "speed5"];

    /// <inheritdoc/>
    public override IReadOnlyList<MinAtarAction> MinimalActions { get; } =
        [MinAtarAction.None, MinAtarAction.Up, MinAtarAction.Down];

    internal override void Start(LegacyRng rng)
    {
        Array.Clear(cars);
        DrawTraffic(rng);
        row = StartRow;
        rest = FramesPerMove;
        framesLeft = FrameLimit;
        IsOver = false;
    }

    internal override int Advance(MinAtarAction action, LegacyRng rng)
    {
        Walk(action);
        int reward = 0;
        if (row == 0)
        {
            reward = 1;
            row = StartRow;
            DrawTraffic(rng);
        }

        bool hit = MeetsCar();
        Drive();
        row = hit || MeetsCar() ? StartRow : row;
        rest = Math.Max(rest - 1, 0);
        framesLeft--;
        IsOver = framesLeft < 0;
        return reward;
    }

    internal override void Draw(CellSheet sheet)
    {
        sheet.Mark(Column, row, (int)Channel.Chicken);
        for (int lane = 0; lane < cars.Length; lane++)
        {
            Car car = cars[lane];
            sheet.Mark(car.X, lane + 1, (int)Channel.Car);
            sheet.Mark(Around(car.X - car.Heading), lane + 1, (int)Channel.Speed1 + car.Interval - 1);
        }
    }

    private protected override void SyncState(StateSync sync)
    {
        sync.Range(ref row, 1, StartRow);
        sync.Range(ref rest, 0, FramesPerMove);
        sync.Range(ref framesLeft, -1, FrameLimit);
        foreach (ref Car car in cars.AsSpan())
        {
            sync.Cell(ref car.X);
            sync.Sign(ref car.Heading);
            sync.Range(ref car.Interval, 1, SlowestCar);
            sync.Range(ref car.Wait, 0, SlowestCar);
        }
    }

    private static int Around(int x) => x < 0 ? Size - 1 : x >= Size ? 0 : x;

    private void Walk(MinAtarAction action)
    {
        if (rest > 0 || action is not (MinAtarAction.Up or MinAtarAction.Down))
        {
            return;
        }

        rest = FramesPerMove;
        row = action == MinAtarAction.Up ? row - 1 : Math.Min(row + 1, StartRow);
    }

    // Only the car in the chicken's own lane can be where the chicken is.
    private bool MeetsCar() => (uint)(row - 1) < Lanes && cars[row - 1].X == Column;

    private void Drive()
    {
        foreach (ref Car car in cars.AsSpan())
        {
            if (car.Wait > 0)
            {
                car.Wait--;
            }
            else
            {
                car.Wait = car.Interval;
                car.X = Around(car.X + car.Heading);
            }
        }
    }

    // All speeds are drawn before all directions. Exactly one half would give the original a car without direction.
    private void DrawTraffic(LegacyRng rng)
    {
        foreach (ref Car car in cars.AsSpan())
        {
            car.Interval = (int)rng.RandInt(1, SlowestCar + 1);
            car.Wait = car.Interval;
        }

        foreach (ref Car car in cars.AsSpan())
        {
            car.Heading = rng.Rand() < 0.5 ? -1 : 1;
        }
    }

    // Interval: frames that a car stands between two moves. Wait: how many of them are left.
    private struct Car
    {
        public int X;
        public int Heading;
        public int Interval;
        public int Wait;
    }
}
