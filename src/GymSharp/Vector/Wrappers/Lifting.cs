using System.Reflection;
using GymSharp.Spaces;

namespace GymSharp.Vector.Wrappers;

/// <summary>
/// Makes row functions from wrappers of single environments. The types follow from the spaces, at run time.
/// </summary>
internal static class Lifting
{
    /// <summary>Wraps an environment that shows the space and makes a function of observation rows.</summary>
    /// <returns>The function and the space that the wrapper shows.</returns>
    public static (RowFunction<TInner, TOuter> Function, Space Space) Observation<TInner, TOuter>(
        Space space, Func<Env, Env> wrap)
        where TInner : notnull
        where TOuter : notnull
    {
        ArgumentNullException.ThrowIfNull(wrap);
        Env stub = Stub(space, new Discrete(1));
        Env wrapper = Wrap(stub, wrap);
        RowLayout.ExpectElements<TOuter>(wrapper.ObservationSpace, nameof(wrap));
        Type type = typeof(LiftedObservation<,,,>).MakeGenericType(
            space.ValueType, wrapper.ObservationSpace.ValueType, typeof(TInner), typeof(TOuter));
        object function = Make(type, stub, wrapper, space, wrapper.ObservationSpace);
        return ((RowFunction<TInner, TOuter>)function, wrapper.ObservationSpace);
    }

    /// <summary>Wraps an environment that accepts the space and makes a function of action rows.</summary>
    /// <returns>The function and the space that the wrapper accepts.</returns>
    public static (RowFunction<TOuter, TInner> Function, Space Space) Action<TInner, TOuter>(
        Space space, Func<Env, Env> wrap)
        where TInner : notnull
        where TOuter : notnull
    {
        ArgumentNullException.ThrowIfNull(wrap);
        Env stub = Stub(new Discrete(1), space);
        Env wrapper = Wrap(stub, wrap);
        RowLayout.ExpectElements<TOuter>(wrapper.ActionSpace, nameof(wrap));
        Type type = typeof(LiftedAction<,,,>).MakeGenericType(
            space.ValueType, wrapper.ActionSpace.ValueType, typeof(TInner), typeof(TOuter));
        object function = Make(type, stub, wrapper, space, wrapper.ActionSpace);
        return ((RowFunction<TOuter, TInner>)function, wrapper.ActionSpace);
    }

    private static Env Wrap(Env stub, Func<Env, Env> wrap) =>
        wrap(stub) ?? throw new ArgumentException("The wrapper function gave nothing.", nameof(wrap));

    private static Env Stub(Space observationSpace, Space actionSpace) => (Env)Activator.CreateInstance(
        typeof(SingleEnvStub<,>).MakeGenericType(observationSpace.ValueType, actionSpace.ValueType),
        observationSpace,
        actionSpace)!;

    private static object Make(Type type, Env stub, Env wrapper, Space inner, Space outer)
    {
        Type[] types = type.GetGenericArguments();
        return Activator.CreateInstance(
            type, stub, wrapper, Layout(types[0], types[2], inner), Layout(types[1], types[3], outer))!;
    }

    private static object Layout(Type value, Type element, Space space) => typeof(RowLayout)
        .GetMethod(nameof(RowLayout.Of), BindingFlags.Public | BindingFlags.Static)!
        .MakeGenericMethod(value, element)
        .Invoke(null, [space])!;
}
