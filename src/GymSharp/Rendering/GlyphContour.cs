namespace GymSharp.Rendering;

/// <summary>One line of a <see cref="Glyph"/>.</summary>
/// <param name="Points">The points in font units.</param>
/// <param name="Closed">Whether the last point is joined to the first.</param>
internal readonly record struct GlyphContour(Point[] Points, bool Closed);
