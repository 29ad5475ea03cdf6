using System.Linq.Expressions;

namespace GymSharp.Atari2600;

/// <summary>Short names for the arithmetic that generated code is made of. Everything is a whole number.</summary>
internal static class Code
{
    public static Expression Const(int value) => Expression.Constant(value);

    public static ParameterExpression Local(string name) => Expression.Variable(typeof(int), name);

    public static Expression Set(Expression place, Expression value) => Expression.Assign(place, value);

    public static Expression Add(Expression a, Expression b) => Expression.Add(a, b);

    public static Expression Add(Expression a, int b) => b == 0 ? a : Expression.Add(a, Const(b));

    public static Expression Sub(Expression a, Expression b) => Expression.Subtract(a, b);

    public static Expression And(Expression a, Expression b) => Expression.And(a, b);

    public static Expression And(Expression a, int b) => Expression.And(a, Const(b));

    public static Expression Or(Expression a, Expression b) => Expression.Or(a, b);

    public static Expression Xor(Expression a, Expression b) => Expression.ExclusiveOr(a, b);

    public static Expression Left(Expression a, int b) => Expression.LeftShift(a, Const(b));

    public static Expression Right(Expression a, int b) => Expression.RightShift(a, Const(b));

    public static Expression Byte(Expression a) => And(a, 0xFF);

    public static Expression Word(Expression a) => And(a, 0xFFFF);

    public static Expression Pair(Expression low, Expression high) => Or(low, Left(high, 8));

    public static Expression IsZero(Expression a) => Expression.Equal(a, Const(0));

    public static Expression Choose(Expression test, Expression yes, Expression no) =>
        Expression.Condition(test, yes, no);

    public static Expression When(Expression test, params IEnumerable<Expression> then) =>
        Expression.IfThen(test, Expression.Block(typeof(void), then));

    public static Expression Static(Type type, string name, params Expression[] arguments) =>
        Expression.Call(type, name, null, arguments);
}
