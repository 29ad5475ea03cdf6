using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;
using GymSharp.Rendering;

namespace GymSharp.Environments.ClassicControl;

/// <summary>What the tasks of classic control have in common: float32 observations and a small scene to draw.</summary>
/// <typeparam name="TAction"><c>int</c> for discrete, <c>float[]</c> for continuous actions.</typeparam>
public abstract class ClassicControlEnv<TAction> : Env<float[], TAction>
    where TAction : notnull
{
    private readonly int width;
    private readonly int height;
    private Canvas? canvas;

    private protected ClassicControlEnv(RenderMode renderMode, int width, int height)
    {
        RenderMode = renderMode;
        this.width = width;
        this.height = height;
    }

    /// <inheritdoc/>
    public sealed override RenderMode RenderMode { get; }

    /// <summary>A copy of the state, in the order that the class documents; null before the first reset.</summary>
    public abstract double[]? State { get; }

    /// <summary>
    /// A picture of the present state in the mode <see cref="RenderMode.RgbArray"/>; null in other modes, and before
    /// the first reset.
    /// </summary>
    public sealed override Frame? Render()
    {
        if (RenderMode != RenderMode.RgbArray || State is null)
        {
            return null;
        }

        canvas ??= new Canvas(width, height, Color.White);
        canvas.Clear(Color.White);
        canvas.ResetState();
        canvas.UseYUp();
        Draw(canvas);
        return canvas.ToFrame();
    }

    /// <inheritdoc/>
    protected sealed override (float[] Observation, Info Info) OnReset(ulong? seed, ResetOptions options) =>
        OnReset(seed, options, null);

    /// <inheritdoc/>
    protected abstract override (float[] Observation, Info Info) OnReset(
        ulong? seed, ResetOptions options, float[]? reuse);

    /// <summary>Draws the scene on a white canvas whose origin is at the bottom left.</summary>
    private protected abstract void Draw(Canvas canvas);

    /// <summary>The caller's memory if it fits, else new memory.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private protected static float[] Memory(float[]? reuse, int length) =>
        reuse is not null && reuse.Length == length ? reuse : new float[length];

    /// <summary>Complains about a step without an episode.</summary>
    [DoesNotReturn]
    private protected static void ThrowResetNeeded() =>
        throw new ResetNeededException("There is no episode to take a step in. Call Reset first.");

    /// <summary>Complains about an action.</summary>
    [DoesNotReturn]
    private protected void ThrowInvalid(int action, string meaning) =>
        throw new InvalidActionException($"The action {action} is not in {ActionSpace}. Give {meaning}.");

    /// <summary>Reads a continuous action of one number.</summary>
    /// <exception cref="InvalidActionException">It has another length, or is not a number.</exception>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private protected float OneNumber(float[] action)
    {
        if (action is not { Length: 1 } || float.IsNaN(action[0]))
        {
            ThrowNotOneNumber(action);
        }

        return action[0];
    }

    [DoesNotReturn]
    private void ThrowNotOneNumber(float[] action)
    {
        ArgumentNullException.ThrowIfNull(action);
        throw new InvalidActionException(
            action.Length != 1
                ? $"The action has {action.Length} numbers, {ActionSpace} has 1. Give an array with one float."
                : $"The action [NaN] is not in {ActionSpace}. Give a number; beyond a bound it counts as the bound.");
    }
}
