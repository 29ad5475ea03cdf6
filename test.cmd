@echo off
rem Builds the release form and runs every test. Tests of videos need ffmpeg on the PATH (winget install ffmpeg).
setlocal
cd /d "%~dp0"
where dotnet >nul 2>nul || (echo error: the .NET SDK 10 is needed and 'dotnet' is not on the PATH. Install it from https://dotnet.microsoft.com/download. 1>&2 & exit /b 1)
where ffmpeg >nul 2>nul || (echo error: the tests need ffmpeg on the PATH, for example: winget install ffmpeg 1>&2 & exit /b 1)
dotnet test GymSharp.slnx -c Release --nologo -v quiet %*
exit /b %ERRORLEVEL%
