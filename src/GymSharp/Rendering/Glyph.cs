namespace GymSharp.Rendering;

/// <summary>One character of the built-in font, in font units (a capital is 20 high, y points down).</summary>
/// <param name="Width">Distance between the outermost stroke centres.</param>
/// <param name="Filled">Whether the contours are outlines to fill, not lines to stroke.</param>
/// <param name="Coarse">Contours with curves in few pieces, for small text.</param>
/// <param name="Fine">Contours with curves in many pieces.</param>
internal sealed record Glyph(double Width, bool Filled, GlyphContour[] Coarse, GlyphContour[] Fine);
