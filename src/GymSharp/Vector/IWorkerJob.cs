namespace GymSharp.Vector;

/// <summary>Work in parts that the members of a <see cref="WorkerTeam"/> take one after the other.</summary>
internal interface IWorkerJob
{
    /// <summary>Does one part. Must not throw.</summary>
    void Run(int part);
}
