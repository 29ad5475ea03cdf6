namespace GymSharp.Physics2D.Scenes;

/// <summary>Plays a scene: a list of calls, one per line, as the recordings of Box2D were made of.</summary>
internal sealed class Scene
{
    private readonly List<Body> bodies = [];
    private readonly List<Joint> joints = [];
    private readonly SceneHash hash = new();
    private float dt;
    private int velocityIterations;
    private int positionIterations;

    public World World { get; private set; } = new(Vec2.Zero);

    public Action<string>? Log
    {
        get => hash.Log;
        set => hash.Log = value;
    }

    /// <summary>Is called before each step and may put another world in the place of this one.</summary>
    public Func<World, World>? BeforeStep { get; set; }

    /// <summary>The hash after every step.</summary>
    public static List<ulong> Play(IEnumerable<string> lines, Action<Scene>? configure = null)
    {
        Scene scene = new();
        configure?.Invoke(scene);
        List<ulong> hashes = [];
        foreach (string line in lines)
        {
            scene.Run(new(line), hashes);
        }

        return hashes;
    }

    public void Replace(World world)
    {
        foreach (Body body in bodies.Where(body => body is not null).ToList())
        {
            bodies[body.Tag] = world.GetBody(body.Id);
        }

        for (int i = 0; i < joints.Count; i++)
        {
            joints[i] = joints[i] is null ? null! : world.GetJoint(joints[i].Id);
        }

        World = world;
        World.ContactListener = hash;
    }

    public void Run(SceneReader line, List<ulong> hashes)
    {
        switch (line.Verb)
        {
            case "world":
                World = new(line.Vec()) { ContactListener = hash };
                break;
            case "solver":
                (dt, velocityIterations, positionIterations) = (line.Float(), line.Int(), line.Int());
                break;
            case "step":
                for (int i = line.Int(); i > 0; i--)
                {
                    hashes.Add(Step(hashes.Count));
                }

                break;
            case "body":
                AddBody(line);
                break;
            case "poly" or "box" or "circle" or "edge" or "chain":
                AddFixture(line);
                break;
            case "revolute" or "distance" or "prismatic" or "weld" or "wheel":
                joints.Add(SceneJoints.Create(World, line, bodies));
                break;
            default:
                Act(line);
                break;
        }
    }

    private ulong Step(int index)
    {
        if (BeforeStep?.Invoke(World) is { } other && other != World)
        {
            Replace(other);
        }

        Log?.Invoke($"step {index}");
        World.Step(dt, velocityIterations, positionIterations);
        foreach (Body body in World.Bodies)
        {
            hash.Mix(body);
        }

        hash.Mix((uint)World.ContactCount);
        Log?.Invoke($" contacts {World.ContactCount}");
        return hash.Value;
    }

    private void AddBody(SceneReader line)
    {
        BodyDescription description = new()
        {
            Type = (BodyType)line.Int(),
            Position = line.Vec(),
            Angle = line.Float(),
            LinearVelocity = line.Vec(),
            AngularVelocity = line.Float(),
            LinearDamping = line.Float(),
            AngularDamping = line.Float(),
            GravityScale = line.Float(),
            Tag = bodies.Count,
        };
        int flags = line.Int();
        bodies.Add(World.CreateBody(description with
        {
            IsBullet = (flags & 1) != 0,
            FixedRotation = (flags & 2) != 0,
            AllowSleep = (flags & 4) == 0,
            IsAwake = (flags & 8) == 0,
            IsActive = (flags & 16) == 0,
        }));
    }

    private void AddFixture(SceneReader line)
    {
        Body body = bodies[line.Int()];
        FixtureDescription description = new(null!)
        {
            Density = line.Float(),
            Friction = line.Float(),
            Restitution = line.Float(),
            IsSensor = line.Bool(),
            Filter = new((ushort)line.Int(), (ushort)line.Int(), (short)line.Int()),
        };
        body.CreateFixture(description with { Shape = ReadShape(line) });
    }

    private static Shape ReadShape(SceneReader line)
    {
        switch (line.Verb)
        {
            case "poly":
                return new PolygonShape(line.Vecs());
            case "box":
                return PolygonShape.Box(line.Float(), line.Float(), line.Vec(), line.Float());
            case "circle":
                return new CircleShape(line.Float(), line.Vec());
            case "edge":
                int neighbors = line.Int();
                return new EdgeShape(
                    line.Vec(),
                    line.Vec(),
                    (neighbors & 1) != 0 ? line.Vec() : null,
                    (neighbors & 2) != 0 ? line.Vec() : null);
            default:
                bool loop = line.Bool();
                return new ChainShape(line.Vecs(), loop);
        }
    }

    private void Act(SceneReader line)
    {
        switch (line.Verb)
        {
            case "ray":
                RayRecorder ray = new(hash, line.Bool());
                World.RayCast(ref ray, line.Vec(), line.Vec());
                return;
            case "query":
                BoxRecorder box = new(hash);
                World.Query(ref box, new(line.Vec(), line.Vec()));
                return;
            case "motor":
                RevoluteJoint joint = (RevoluteJoint)joints[line.Int()];
                joint.MotorSpeed = line.Float();
                joint.MaximumMotorTorque = line.Float();
                return;
            case "limits":
                ((RevoluteJoint)joints[line.Int()]).SetLimits(line.Float(), line.Float());
                return;
            case "unjoin":
                int index = line.Int();
                World.DestroyJoint(joints[index]);
                joints[index] = null!;
                return;
            case "destroy":
                int destroyed = line.Int();
                for (int i = 0; i < joints.Count; i++)
                {
                    bool goes = joints[i] is { } held
                        && (held.BodyA == bodies[destroyed] || held.BodyB == bodies[destroyed]);
                    joints[i] = goes ? null! : joints[i];
                }

                World.DestroyBody(bodies[destroyed]);
                bodies[destroyed] = null!;
                return;
            default:
                ActOnBody(line, bodies[line.Int()]);
                return;
        }
    }

    private static void ActOnBody(SceneReader line, Body body)
    {
        switch (line.Verb)
        {
            case "impulse":
                body.ApplyLinearImpulse(line.Vec(), line.Vec());
                break;
            case "hit":
                body.ApplyLinearImpulse(line.Vec(), body.WorldPoint(line.Vec()));
                break;
            case "force":
                body.ApplyForceToCenter(line.Vec());
                break;
            case "forceat":
                body.ApplyForce(line.Vec(), line.Vec());
                break;
            case "torque":
                body.ApplyTorque(line.Float());
                break;
            case "spin":
                body.ApplyAngularImpulse(line.Float());
                break;
            case "velocity":
                body.LinearVelocity = line.Vec();
                break;
            case "omega":
                body.AngularVelocity = line.Float();
                break;
            case "unfix":
                body.DestroyFixture(body.Fixtures.First());
                break;
            case "settransform":
                body.SetTransform(line.Vec(), line.Float());
                break;
            case "settype":
                body.SetType((BodyType)line.Int());
                break;
            case "active":
                body.SetActive(line.Bool());
                break;
            default:
                throw new FormatException($"Unknown: {line.Verb}");
        }
    }

    private readonly struct RayRecorder(SceneHash hash, bool clips) : IRayCastVisitor
    {
        public float Report(Fixture fixture, Vec2 point, Vec2 normal, float fraction)
        {
            hash.Mix((uint)fixture.Body.Tag);
            hash.Mix(point);
            hash.Mix(normal);
            hash.Mix(fraction);
            return clips ? fraction : 1.0f;
        }
    }

    private readonly struct BoxRecorder(SceneHash hash) : IQueryVisitor
    {
        public bool Report(Fixture fixture)
        {
            hash.Mix((uint)fixture.Body.Tag);
            return true;
        }
    }
}
