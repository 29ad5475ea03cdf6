namespace GymSharp.Registration;

/// <summary>Marks an assembly that brings environments; <c>Gym</c> calls its provider once.</summary>
/// <param name="provider">A class with a parameterless constructor that implements
/// <see cref="IEnvironmentProvider"/>.</param>
[AttributeUsage(AttributeTargets.Assembly)]
public sealed class EnvironmentProviderAttribute(Type provider) : Attribute
{
    /// <summary>The provider's type.</summary>
    public Type Provider { get; } = provider;
}
