namespace GymSharp.Neural.Layers;

/// <summary>Modules one after the other.</summary>
/// <param name="modules">The modules; the first one gets the input.</param>
public sealed class Sequential(params IEnumerable<Module> modules) : Module
{
    private readonly Module[] modules = [.. modules];

    /// <summary>The modules in their order.</summary>
    public IReadOnlyList<Module> Modules => modules;

    /// <inheritdoc/>
    public override Tensor Forward(Tensor input)
    {
        foreach (Module module in modules)
        {
            input = module.Forward(input);
        }

        return input;
    }
}
