using GymSharp.Physics2D;

namespace GymSharp.Environments.Box2D;

/// <content>Engines and wind.</content>
/// <remarks>
/// The impulses are computed in float64 and rounded when they reach the engine, in the order of Gymnasium's terms.
/// </remarks>
internal sealed partial class LanderSimulation
{
    private const double MainEnginePower = 13.0;
    private const double MainEngineDown = 4;
    private const float MainFlameDensity = 3.5f;
    private const double SideEnginePower = 0.6;
    private const double SideEngineAway = 12;
    private const double SideEngineUp = 14;
    private const float SideFlameDensity = 0.7f;

    // Of the hull's height the side engines use two different values, which makes their torque depend on the angle.
    private const double SideEngineUpAcross = 17;

    // tanh(sin(2 k x) + sin(pi k x)) with k = 0.01, which never repeats.
    private static double Gust(long index) =>
        Math.Tanh(Math.Sin(0.02 * index) + Math.Sin(Math.PI * 0.01 * index));

    private void Blow(Body body)
    {
        body.ApplyForceToCenter(new Vec2((float)(Gust(windIndex++) * options.WindPower), 0.0f));
        body.ApplyTorque((float)(Gust(torqueIndex++) * options.TurbulencePower));
    }

    private void FireMain(double power, double spread, double offset)
    {
        double sine = Math.Sin(hull!.Angle);
        double cosine = Math.Cos(hull.Angle);
        double down = (MainEngineDown / Scale) + (2 * spread);
        double x = (sine * down) + (-cosine * offset);
        double y = (-cosine * down) - (sine * offset);
        Vec2 place = new((float)(hull.Position.X + x), (float)(hull.Position.Y + y));
        if (hasFlames)
        {
            Vec2 impulse = new((float)(x * MainEnginePower * power), (float)(y * MainEnginePower * power));
            Particles.Add(world!, place, impulse, MainFlameDensity, power);
        }

        hull.ApplyLinearImpulse(
            new Vec2((float)(-x * MainEnginePower * power), (float)(-y * MainEnginePower * power)), place);
    }

    private void FireSide(double power, double direction, double spread, double offset)
    {
        double sine = Math.Sin(hull!.Angle);
        double cosine = Math.Cos(hull.Angle);
        double away = (3 * offset) + (direction * SideEngineAway / Scale);
        double x = (sine * spread) + (-cosine * away);
        double y = (-cosine * spread) - (sine * away);
        Vec2 place = new(
            (float)(hull.Position.X + x - (sine * SideEngineUpAcross / Scale)),
            (float)(hull.Position.Y + y + (cosine * SideEngineUp / Scale)));
        if (hasFlames)
        {
            Vec2 impulse = new((float)(x * SideEnginePower * power), (float)(y * SideEnginePower * power));
            Particles.Add(world!, place, impulse, SideFlameDensity, power);
        }

        hull.ApplyLinearImpulse(
            new Vec2((float)(-x * SideEnginePower * power), (float)(-y * SideEnginePower * power)), place);
    }
}
