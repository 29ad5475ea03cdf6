using FsCheck;
using FsCheck.Fluent;

namespace GymSharp.Mujoco.Tests;

public sealed class DamagedModelTests
{
    // Enough to meet every kind of complaint; the seed is FsCheck's, printed when one fails.
    private const int Documents = 400;

    [Fact]
    public void A_damaged_document_compiles_or_is_refused_and_never_ends_the_process()
    {
        int refused = 0;
        Gen<(int Where, int Length, char Letter)> damages =
            from place in Gen.Choose(0, TestModels.Walker.Length - 30)
            from length in Gen.Choose(0, 25)
            from letter in Gen.Elements('<', '>', '"', '/', ' ', '9', '-', '.', 'e', 'x', '\0', 'ä', '&')
            select (place, length, letter);
        Prop.ForAll(damages.ToArbitrary(), damage =>
        {
            string xml = TestModels.Walker.Remove(damage.Where, damage.Length)
                .Insert(damage.Where, new string(damage.Letter, damage.Length % 3));
            refused += Try(xml) ? 0 : 1;
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(Documents));
        Assert.InRange(refused, Documents / 10, Documents - 1);
    }

    private static bool Try(string xml)
    {
        using IDisposable quiet = GymLog.Capture(static _ => { });
        try
        {
            using MujocoModel model = MujocoModel.FromXml(xml);
            using MujocoData data = new(model);
            data.Ctrl.Fill(1);
            data.Step(30);
            return true;
        }
        catch (MujocoException error)
        {
            Assert.NotEmpty(error.Message);
            return false;
        }
    }
}
