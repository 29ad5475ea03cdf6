// dotnet run -c Release --project benchmarks/GymSharp.Benchmarks -- --filter '*'
// Compare ratios and allocated bytes; times depend on the machine.
using BenchmarkDotNet.Running;

BenchmarkSwitcher.FromAssembly(typeof(Program).Assembly).Run(args);
