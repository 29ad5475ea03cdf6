@echo off
rem Builds the release form, then runs the command line.
setlocal
set "ROOT=%~dp0"
where dotnet >nul 2>nul || (echo error: the .NET SDK 10 is needed and 'dotnet' is not on the PATH. Install it from https://dotnet.microsoft.com/download. 1>&2 & exit /b 1)
dotnet build "%ROOT%src\GymSharp.Cli" -c Release -p:RunAnalyzers=false --nologo -v quiet -clp:ErrorsOnly 1>&2 || exit /b 1
rem A training run calls the same few functions millions of times: compile everything well at once.
if "%1"=="train" set "DOTNET_TieredCompilation=0"
if "%1"=="prove" set "DOTNET_TieredCompilation=0"
dotnet "%ROOT%src\GymSharp.Cli\bin\Release\net10.0\GymSharp.Cli.dll" %*
exit /b %ERRORLEVEL%
