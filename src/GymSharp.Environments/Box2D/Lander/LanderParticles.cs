using GymSharp.Physics2D;
using GymSharp.State;

namespace GymSharp.Environments.Box2D;

/// <summary>The flames, oldest piece first. They exist only where pictures are made, and move nothing else.</summary>
internal sealed class LanderParticles
{
    private const double Fading = 0.15;
    private readonly List<LanderParticle> particles = [];

    /// <summary>The pieces, oldest first.</summary>
    public IReadOnlyList<LanderParticle> All => particles;

    /// <summary>Forgets all pieces of a world that is gone.</summary>
    public void Clear() => particles.Clear();

    /// <summary>Adds a piece that flies off.</summary>
    /// <param name="world">Where it flies.</param>
    /// <param name="position">Where it starts, metres.</param>
    /// <param name="impulse">With what impulse, N s.</param>
    /// <param name="density">kg/m².</param>
    /// <param name="life">How long it lives, 0.15 for each step.</param>
    public void Add(World world, Vec2 position, Vec2 impulse, float density, double life)
    {
        Body body = world.CreateBody(new BodyDescription { Type = BodyType.Dynamic, Position = position });
        body.CreateFixture(LanderShapes.ParticleFixture(density));
        particles.Add(new LanderParticle(body, life));
        Clean(world);
        body.ApplyLinearImpulse(impulse, position);
    }

    /// <summary>Lets a step's time pass.</summary>
    public void Fade(World world)
    {
        for (int i = 0; i < particles.Count; i++)
        {
            particles[i] = particles[i] with { Life = particles[i].Life - Fading };
        }

        Clean(world);
    }

    /// <summary>Reads or writes the pieces.</summary>
    public void Sync(StateSync sync, World world)
    {
        int count = sync.SyncLength(particles.Count, sizeof(int));
        LanderParticle[] before = sync.IsReading ? new LanderParticle[count] : [.. particles];
        particles.Clear();
        foreach (LanderParticle particle in before)
        {
            double life = particle.Life;
            Body body = WorldState.Sync(sync, world, particle.Body);
            sync.Sync(ref life);
            particles.Add(new LanderParticle(body, life));
        }
    }

    private void Clean(World world)
    {
        while (particles.Count > 0 && particles[0].Life < 0)
        {
            world.DestroyBody(particles[0].Body);
            particles.RemoveAt(0);
        }
    }
}
