using GymSharp.Cli;

return CommandLine.Run(args);
