// The rigid-body engine by itself: a pendulum swings into a row of dominoes, drawn with letters.
// Run it with: dotnet run --project samples/Dominoes
using Dominoes;
using GymSharp.Physics2D;

const float TimeStep = 1.0f / 60.0f;
World world = new(gravity: new(0, -10));

Body ground = world.CreateBody(new BodyDescription());
ground.CreateFixture(new FixtureDescription(new EdgeShape(new(-20, 0), new(20, 0))) { Friction = 0.8f });

List<Body> dominoes = [];
for (int i = 0; i < 12; i++)
{
    Body domino = world.CreateBody(new BodyDescription { Type = BodyType.Dynamic, Position = new(i, 0.8f) });
    domino.CreateFixture(new FixtureDescription(PolygonShape.Box(0.1f, 0.8f)) { Density = 2, Friction = 0.4f });
    dominoes.Add(domino);
}

Body ball = world.CreateBody(new BodyDescription { Type = BodyType.Dynamic, Position = new(-4.5f, 4.2f) });
ball.CreateFixture(new FixtureDescription(new CircleShape(0.4f)) { Density = 3 });
world.CreateJoint(DistanceJointDescription.Between(ground, ball, new(-0.8f, 4.8f), ball.Position));

var contacts = new ContactCounter();
world.ContactListener = contacts;

int step = 0;
while (dominoes.Any(domino => domino.IsAwake) && step < 600)
{
    if (step % 60 == 0)
    {
        Console.WriteLine($"{step * TimeStep,4:0} s {Picture.Of(world, new(-5, 0), new(13, 5), columns: 90, rows: 14)}");
    }

    world.Step(TimeStep, velocityIterations: 8, positionIterations: 3);
    step++;
}

int fallen = dominoes.Count(domino => MathF.Abs(domino.Angle) > 0.5f);
Console.WriteLine(
    $"{fallen} of {dominoes.Count} dominoes fell in {step * TimeStep:0.0} s; there were {contacts.Begun} contacts.");
Console.WriteLine($"The same in every run, to the last bit: {world.StateHash():x16}");
