namespace GymSharp.Testing;

/// <summary>Ways to break the contract.</summary>
public enum Fault
{
    None,
    OutsideTheSpace,
    InfiniteReward,
    IgnoresSeed,
    DependsOnInstance,
    MisusesMemory,
    StepsBeforeReset,
    AcceptsAnyAction,
    RefusesTooLate,
    ForgetsGenerator,
    PictureGrows,
    RenderingDraws,
}
