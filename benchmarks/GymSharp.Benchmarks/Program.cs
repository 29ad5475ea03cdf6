// dotnet run -c Release --project benchmarks/GymSharp.Benchmarks -- --filter '*'
// Compare ratios and allocated bytes; times depend on the machine.
using BenchmarkDotNet.Configs;
using BenchmarkDotNet.Jobs;
using BenchmarkDotNet.Running;
using BenchmarkDotNet.Toolchains.InProcess.Emit;

// In this process: a build of every benchmark by BenchmarkDotNet runs all analyzers again and exceeds its two minutes.
IConfig config = DefaultConfig.Instance.AddJob(Job.ShortRun.WithToolchain(InProcessEmitToolchain.Instance));
BenchmarkSwitcher.FromAssembly(typeof(Program).Assembly).Run(args, config);
