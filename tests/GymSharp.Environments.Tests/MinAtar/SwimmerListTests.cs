using FsCheck;
using FsCheck.Fluent;
using GymSharp.Environments.MinAtar;

namespace GymSharp.Environments.Tests.MinAtar;

/// <summary>Removal by value, which Seaquest's rules rest on.</summary>
public sealed class SwimmerListTests
{
    [Fact]
    public void Of_two_equal_swimmers_the_earlier_one_goes_and_the_later_one_moves_down()
    {
        SwimmerList list = Of(new(3, 4, 1), new(7, 2, -1), new(3, 4, 1));
        Assert.Equal(1, list.RemoveFirstLike(2));
        Assert.Equal([new Swimmer(7, 2, -1), new Swimmer(3, 4, 1)], list.AsSpan().ToArray());
    }

    [Fact]
    public void A_swimmer_that_differs_in_one_field_is_no_twin()
    {
        Swimmer swimmer = new(3, 4, 1, Wait: 2, Reload: 6);
        foreach (Swimmer other in new[]
        {
            swimmer with { X = 2 }, swimmer with { Y = 5 }, swimmer with { Heading = -1 },
            swimmer with { Wait = 1 }, swimmer with { Reload = 7 },
        })
        {
            SwimmerList list = Of(other, swimmer);
            Assert.Equal(-1, list.RemoveFirstLike(1));
            Assert.Equal([other], list.AsSpan().ToArray());
        }
    }

    [Fact]
    public void The_list_behaves_as_a_list_that_removes_by_value() =>
        Prop.ForAll<int[]>(ArbMap.Default.ArbFor<int[]>(), commands =>
        {
            SwimmerList list = new();
            List<Swimmer> model = [];
            foreach (uint command in commands.Concat(Enumerable.Range(0, 150)).Select(number => (uint)number))
            {
                // Few different values, so that twins are common.
                Swimmer swimmer = new((int)(command / 4 % 3), (int)(command / 12 % 2), command / 24 % 2 == 0 ? 1 : -1);
                Apply(list, model, command, swimmer);
                Assert.Equal(model, list.AsSpan().ToArray());
            }
        }).QuickCheckThrowOnFailure();

    private static void Apply(SwimmerList list, List<Swimmer> model, uint command, Swimmer swimmer)
    {
        if (command % 4 != 3 || model.Count == 0)
        {
            list.Add(swimmer);
            model.Add(swimmer);
        }
        else if (command % 8 == 3)
        {
            int index = (int)(command / 8 % model.Count);
            int first = model.IndexOf(model[index]);
            model.RemoveAt(first);
            Assert.Equal(first == index ? -1 : index - 1, list.RemoveFirstLike(index));
        }
        else
        {
            int first = model.FindIndex(other => other.X == swimmer.X && other.Y == swimmer.Y);
            if (first >= 0)
            {
                model.RemoveAt(first);
            }

            Assert.Equal(first >= 0, list.RemoveFirstAt(swimmer.X, swimmer.Y));
        }

        Assert.Equal(
            model.Exists(other => other.Y == swimmer.Y && other.Heading != swimmer.Heading),
            list.HasOncoming(swimmer.Y, swimmer.Heading));
    }

    private static SwimmerList Of(params ReadOnlySpan<Swimmer> swimmers)
    {
        SwimmerList list = new();
        foreach (Swimmer swimmer in swimmers)
        {
            list.Add(swimmer);
        }

        return list;
    }
}
