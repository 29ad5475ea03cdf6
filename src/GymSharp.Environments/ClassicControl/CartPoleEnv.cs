using System.Runtime.CompilerServices;
using GymSharp.Registration;
using GymSharp.Rendering;
using GymSharp.Spaces;
using GymSharp.State;

namespace GymSharp.Environments.ClassicControl;

/// <summary>CartPole: balance a pole on a cart by pushing the cart left or right.</summary>
/// <remarks>
/// <para>Observation: cart position (m), cart velocity (m/s), pole angle (rad), pole angular velocity (rad/s), the
/// float32 roundings of the state. Action: 0 pushes left, 1 pushes right.</para>
/// <para>Reward 1 per step. The episode terminates when the pole leans more than 12° or the cart is further than 2.4 m
/// from the middle; <c>Gym.Make</c> truncates after 500 steps (v1) or 200 (v0).</para>
/// <para>Reset options: <c>low</c> and <c>high</c>, the bounds from which all four numbers are drawn, ±0.05 by
/// default. The state is position, velocity, angle, angular velocity.</para>
/// <para>Barto, Sutton, Anderson: "Neuronlike Adaptive Elements That Can Solve Difficult Learning Control Problems",
/// IEEE Transactions on Systems, Man, and Cybernetics (1983).</para>
/// </remarks>
public sealed class CartPoleEnv : ClassicControlEnv<int>
{
    internal const double StartBound = 0.05;
    private static readonly EnvMetadata Facts = new([RenderMode.Human, RenderMode.RgbArray], 50);

    private readonly bool suttonBartoReward;
    private CartPoleState<Exact> state;
    private bool hasState;
    private bool hasFallen;

    /// <summary>Makes the environment without wrappers.</summary>
    /// <param name="suttonBartoReward">Pays 0 per step and −1 at the end, as in the paper, in place of 1 per
    /// step.</param>
    /// <param name="renderMode">How <see cref="Env.Render"/> answers.</param>
    public CartPoleEnv(bool suttonBartoReward = false, RenderMode renderMode = RenderMode.None)
        : base(renderMode, CartPoleScene.Width, CartPoleScene.Height)
    {
        this.suttonBartoReward = suttonBartoReward;
        ObservationSpace = MakeObservationSpace();
    }

    /// <inheritdoc/>
    public override Space<float[]> ObservationSpace { get; }

    /// <inheritdoc/>
    public override Space<int> ActionSpace { get; } = new Discrete(2);

    /// <inheritdoc/>
    public override EnvMetadata Metadata => Facts;

    /// <inheritdoc/>
    public override double[]? State => hasState
        ? [state.Position, state.Velocity, state.Angle, state.AngularVelocity]
        : null;

    internal static Box<float> MakeObservationSpace()
    {
        const float Position = (float)(2 * CartPoleDynamics.PositionLimit);
        const float Angle = (float)(2 * CartPoleDynamics.AngleLimit);
        const float Any = float.PositiveInfinity;
        return new Box<float>([-Position, -Any, -Angle, -Any], [Position, Any, Angle, Any], 4);
    }

    internal static CartPoleEnv Create(EnvArguments arguments) =>
        new(arguments.Get("sutton_barto_reward", false), arguments.RenderMode);

    /// <inheritdoc/>
    protected override (float[] Observation, Info Info) OnReset(
        ulong? seed, ResetOptions options, float[]? reuse)
    {
        (double low, double high) = ResetBounds.Read(options, -StartBound, StartBound);
        Reseed(seed);
        state = new(Rng.Uniform(low, high), Rng.Uniform(low, high), Rng.Uniform(low, high), Rng.Uniform(low, high));
        hasState = true;
        hasFallen = false;
        return (Observe(reuse), Info.Empty);
    }

    /// <inheritdoc/>
    protected override Step<float[]> OnStep(int action, float[]? reuse)
    {
        if ((uint)action > 1)
        {
            ThrowInvalid(action, "0 to push left or 1 to push right");
        }

        if (!hasState)
        {
            ThrowResetNeeded();
        }

        const double Force = CartPoleDynamics.ForceMagnitude;
        state = CartPoleDynamics.Step<Exact, bool>(state, action == 1 ? Force : -Force);
        bool terminated = CartPoleDynamics.IsOver<Exact, bool>(state);
        double reward = Reward(terminated);
        hasFallen |= terminated;
        return new(Observe(reuse), reward, terminated, false, Info.Empty);
    }

    /// <inheritdoc/>
    protected override void SyncState(StateSync sync)
    {
        ArgumentNullException.ThrowIfNull(sync);
        sync.Sync(ref state);
        sync.Sync(ref hasState);
        sync.Sync(ref hasFallen);
        sync.Sync(Rng);
    }

    private protected override void Draw(Canvas canvas) => CartPoleScene.Draw(canvas, state.Position, state.Angle);

    // A step after the fall pays nothing.
    private double Reward(bool terminated) => suttonBartoReward
        ? (terminated ? -1 : 0)
        : (terminated && hasFallen ? 0 : 1);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private float[] Observe(float[]? reuse)
    {
        float[] observation = Memory(reuse, 4);
        observation[3] = (float)state.AngularVelocity.Value;
        observation[2] = (float)state.Angle.Value;
        observation[1] = (float)state.Velocity.Value;
        observation[0] = (float)state.Position.Value;
        return observation;
    }
}
