using System.Collections;
using System.Globalization;
using System.Security.Cryptography;
using System.Text.Json;
using System.Text.Json.Nodes;
using GymSharp.Spaces;

namespace GymSharp.Cli.Output;

/// <summary>
/// Writes observations, actions and infos as JSON: numbers as the shortest decimal that reads back to the same double
/// (a float32 as the double of the same value), NaN and infinities as text, arrays nested by shape.
/// </summary>
/// <param name="full">Writes observations of rank 3 whole, not as shape and hash.</param>
internal sealed class ValueJson(bool full)
{
    /// <summary>Writes a value of a space.</summary>
    public void Write(Utf8JsonWriter json, Space space, object value)
    {
        switch (space)
        {
            case TupleSpace tuple:
                json.WriteStartArray();
                object[] parts = (object[])value;
                for (int i = 0; i < parts.Length; i++)
                {
                    Write(json, tuple.Spaces[i], parts[i]);
                }

                json.WriteEndArray();
                break;
            case DictSpace dict:
                json.WriteStartObject();
                foreach ((string key, object part) in (DictValue)value)
                {
                    json.WritePropertyName(key);
                    Write(json, dict[key], part);
                }

                json.WriteEndObject();
                break;
            case { Shape: { } shape } when value is Array array:
                WriteShaped(json, array, shape);
                break;
            default:
                if (value is string or IConvertible or Array)
                {
                    WriteLoose(json, value);
                }
                else
                {
                    WriteNode(json, space.ValueToJson(value));
                }

                break;
        }
    }

    /// <summary>Writes an info: what its values are decides how they are written.</summary>
    public void WriteInfo(Utf8JsonWriter json, Info info)
    {
        json.WriteStartObject();
        foreach ((string key, object value) in info)
        {
            json.WritePropertyName(key);
            WriteLoose(json, value);
        }

        json.WriteEndObject();
    }

    /// <summary>Writes one number.</summary>
    public static void WriteNumber(Utf8JsonWriter json, double number)
    {
        if (number == 0 && double.IsNegative(number))
        {
            // Many readers take "-0" for an integer, which has no sign there.
            json.WriteRawValue("-0.0"u8, skipInputValidation: true);
        }
        else if (double.IsFinite(number))
        {
            json.WriteRawValue(number.ToString("R", CultureInfo.InvariantCulture), skipInputValidation: true);
        }
        else
        {
            json.WriteStringValue(double.IsNaN(number) ? "nan" : number > 0 ? "inf" : "-inf");
        }
    }

    private static void WriteNode(Utf8JsonWriter json, JsonNode? node)
    {
        if (node is null)
        {
            json.WriteNullValue();
        }
        else
        {
            node.WriteTo(json);
        }
    }

    private void WriteShaped(Utf8JsonWriter json, Array values, IReadOnlyList<int> shape)
    {
        if (shape.Count == 3 && !full)
        {
            byte[] bytes = new byte[Buffer.ByteLength(values)];
            Buffer.BlockCopy(values, 0, bytes, 0, bytes.Length);
            json.WriteStartObject();
            json.WriteStartArray("shape");
            foreach (int size in shape)
            {
                json.WriteNumberValue(size);
            }

            json.WriteEndArray();
            json.WriteString("sha256", Convert.ToHexStringLower(SHA256.HashData(bytes)));
            json.WriteEndObject();
            return;
        }

        int at = 0;
        WriteAxis(json, values, shape, 0, ref at);
    }

    private void WriteAxis(Utf8JsonWriter json, Array values, IReadOnlyList<int> shape, int axis, ref int at)
    {
        if (axis == shape.Count)
        {
            WriteLoose(json, values.GetValue(at++));
            return;
        }

        json.WriteStartArray();
        for (int i = 0; i < shape[axis]; i++)
        {
            WriteAxis(json, values, shape, axis + 1, ref at);
        }

        json.WriteEndArray();
    }

    private void WriteLoose(Utf8JsonWriter json, object? value)
    {
        switch (value)
        {
            case null:
                json.WriteNullValue();
                break;
            case bool flag:
                json.WriteBooleanValue(flag);
                break;
            case string text:
                json.WriteStringValue(text);
                break;
            case double or float or Half:
                WriteNumber(
                    json, value is Half half ? (double)half : Convert.ToDouble(value, CultureInfo.InvariantCulture));
                break;
            case IConvertible whole:
                json.WriteRawValue(whole.ToString(CultureInfo.InvariantCulture));
                break;
            case Info info:
                WriteInfo(json, info);
                break;
            case IEnumerable list:
                json.WriteStartArray();
                foreach (object? item in list)
                {
                    WriteLoose(json, item);
                }

                json.WriteEndArray();
                break;
            default:
                json.WriteStringValue(value.ToString());
                break;
        }
    }
}
