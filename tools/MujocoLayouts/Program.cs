using GymSharp.MujocoLayouts;

// Writes src/GymSharp.Mujoco/Native/layouts.txt from MuJoCo's public headers: docs/internals/mujoco.md tells how.
if (args.Length != 2)
{
    Console.Error.WriteLine("usage: MujocoLayouts HEADERS OUTPUT, where HEADERS has a folder for each release");
    return 2;
}

Release[] releases = [.. Directory.GetDirectories(args[0])
    .OrderBy(folder => Version.Parse(Path.GetFileName(folder)))
    .Select(folder => new Release(Path.GetFileName(folder), new HeaderText(folder)))];
File.WriteAllText(args[1], LayoutFile.Write(releases));
return 0;
