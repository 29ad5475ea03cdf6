namespace GymSharp.Rendering;

/// <content>Colours by name, with the values that CSS gives them.</content>
public readonly partial record struct Color
{
    /// <summary>Nothing: opacity 0.</summary>
    public static Color Transparent => default;

    /// <summary>Black, #000000.</summary>
    public static Color Black => new(0, 0, 0);

    /// <summary>White, #FFFFFF.</summary>
    public static Color White => new(255, 255, 255);

    /// <summary>Red, #FF0000.</summary>
    public static Color Red => new(255, 0, 0);

    /// <summary>Green, #008000.</summary>
    public static Color Green => new(0, 128, 0);

    /// <summary>Lime, #00FF00.</summary>
    public static Color Lime => new(0, 255, 0);

    /// <summary>Blue, #0000FF.</summary>
    public static Color Blue => new(0, 0, 255);

    /// <summary>Yellow, #FFFF00.</summary>
    public static Color Yellow => new(255, 255, 0);

    /// <summary>Cyan, #00FFFF.</summary>
    public static Color Cyan => new(0, 255, 255);

    /// <summary>Magenta, #FF00FF.</summary>
    public static Color Magenta => new(255, 0, 255);

    /// <summary>Gray, #808080.</summary>
    public static Color Gray => new(128, 128, 128);

    /// <summary>Light gray, #D3D3D3.</summary>
    public static Color LightGray => new(211, 211, 211);

    /// <summary>Dark gray, #A9A9A9.</summary>
    public static Color DarkGray => new(169, 169, 169);

    /// <summary>Dim gray, #696969.</summary>
    public static Color DimGray => new(105, 105, 105);

    /// <summary>Silver, #C0C0C0.</summary>
    public static Color Silver => new(192, 192, 192);

    /// <summary>Orange, #FFA500.</summary>
    public static Color Orange => new(255, 165, 0);

    /// <summary>Dark orange, #FF8C00.</summary>
    public static Color DarkOrange => new(255, 140, 0);

    /// <summary>Gold, #FFD700.</summary>
    public static Color Gold => new(255, 215, 0);

    /// <summary>Brown, #A52A2A.</summary>
    public static Color Brown => new(165, 42, 42);

    /// <summary>Saddle brown, #8B4513.</summary>
    public static Color SaddleBrown => new(139, 69, 19);

    /// <summary>Tan, #D2B48C.</summary>
    public static Color Tan => new(210, 180, 140);

    /// <summary>Maroon, #800000.</summary>
    public static Color Maroon => new(128, 0, 0);

    /// <summary>Crimson, #DC143C.</summary>
    public static Color Crimson => new(220, 20, 60);

    /// <summary>Tomato, #FF6347.</summary>
    public static Color Tomato => new(255, 99, 71);

    /// <summary>Pink, #FFC0CB.</summary>
    public static Color Pink => new(255, 192, 203);

    /// <summary>Hot pink, #FF69B4.</summary>
    public static Color HotPink => new(255, 105, 180);

    /// <summary>Purple, #800080.</summary>
    public static Color Purple => new(128, 0, 128);

    /// <summary>Indigo, #4B0082.</summary>
    public static Color Indigo => new(75, 0, 130);

    /// <summary>Violet, #EE82EE.</summary>
    public static Color Violet => new(238, 130, 238);

    /// <summary>Navy, #000080.</summary>
    public static Color Navy => new(0, 0, 128);

    /// <summary>Royal blue, #4169E1.</summary>
    public static Color RoyalBlue => new(65, 105, 225);

    /// <summary>Steel blue, #4682B4.</summary>
    public static Color SteelBlue => new(70, 130, 180);

    /// <summary>Sky blue, #87CEEB.</summary>
    public static Color SkyBlue => new(135, 206, 235);

    /// <summary>Light blue, #ADD8E6.</summary>
    public static Color LightBlue => new(173, 216, 230);

    /// <summary>Teal, #008080.</summary>
    public static Color Teal => new(0, 128, 128);

    /// <summary>Turquoise, #40E0D0.</summary>
    public static Color Turquoise => new(64, 224, 208);

    /// <summary>Forest green, #228B22.</summary>
    public static Color ForestGreen => new(34, 139, 34);

    /// <summary>Dark green, #006400.</summary>
    public static Color DarkGreen => new(0, 100, 0);

    /// <summary>Light green, #90EE90.</summary>
    public static Color LightGreen => new(144, 238, 144);

    /// <summary>Olive, #808000.</summary>
    public static Color Olive => new(128, 128, 0);

    /// <summary>Khaki, #F0E68C.</summary>
    public static Color Khaki => new(240, 230, 140);

    /// <summary>Beige, #F5F5DC.</summary>
    public static Color Beige => new(245, 245, 220);

    /// <summary>Ivory, #FFFFF0.</summary>
    public static Color Ivory => new(255, 255, 240);

    /// <summary>Slate gray, #708090.</summary>
    public static Color SlateGray => new(112, 128, 144);

    /// <summary>Dark slate gray, #2F4F4F.</summary>
    public static Color DarkSlateGray => new(47, 79, 79);

    /// <summary>Midnight blue, #191970.</summary>
    public static Color MidnightBlue => new(25, 25, 112);
}
