namespace GymSharp.Vector;

/// <summary>Work that is split among the members of a <see cref="WorkerTeam"/>.</summary>
internal interface IWorkerJob
{
    /// <summary>Does one member's share. Must not throw.</summary>
    void Run(int worker);
}
