namespace GymSharp;

/// <summary>How an environment shows itself.</summary>
public enum RenderMode
{
    /// <summary>Not at all.</summary>
    None,

    /// <summary>Shown to a person while it runs, through a display that the caller supplies.</summary>
    Human,

    /// <summary>An RGB picture at each call of <see cref="Env.Render"/>; Gymnasium's <c>rgb_array</c>.</summary>
    RgbArray,

    /// <summary>Text at each call of <see cref="Env.Render"/>; Gymnasium's <c>ansi</c>.</summary>
    Ansi,
}
