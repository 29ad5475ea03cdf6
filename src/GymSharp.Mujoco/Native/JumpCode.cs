using System.Runtime.InteropServices;

namespace GymSharp.Mujoco.Native;

/// <summary>
/// A few machine instructions that call a function of the library and can come back from the middle of it.
/// </summary>
/// <remarks>
/// The library's error handler must not return, no managed exception may cross native frames, and there is no C in
/// this project: so the way out, a <c>longjmp</c>, is written down here. The frames it skips are the library's own C.
/// </remarks>
internal static unsafe partial class JumpCode
{
    private const int HandlerOffset = 0x4c;
    private const int HandlerAddressOffset = 0x4f;
    private const int ReadWrite = 1 | 2;
    private const int ReadExecute = 1 | 4;
    private const int PrivateAnonymous = 0x2 | 0x20;

    // System V calling convention: arguments in rdi, rsi, rdx, rcx, r8, r9.
    private static ReadOnlySpan<byte> Code =>
    [
        0x55,                               //        push rbp
        0x53,                               //        push rbx
        0x41, 0x54,                         //        push r12
        0x41, 0x55,                         //        push r13
        0x41, 0x56,                         //        push r14
        0x41, 0x57,                         //        push r15
        0x48, 0x83, 0xec, 0x08,             //        sub  rsp, 8          ; calls want 16-byte alignment
        0x48, 0x89, 0x27,                   //        mov  [rdi], rsp      ; frame.StackPointer
        0x49, 0x89, 0xff,                   //        mov  r15, rdi        ; the frame
        0x48, 0x89, 0xf5,                   //        mov  rbp, rsi        ; the function
        0x48, 0x89, 0xd3,                   //        mov  rbx, rdx        ; its four arguments
        0x49, 0x89, 0xcc,                   //        mov  r12, rcx
        0x4d, 0x89, 0xc5,                   //        mov  r13, r8
        0x4d, 0x89, 0xce,                   //        mov  r14, r9
        0x48, 0x89, 0xdf,                   // again: mov  rdi, rbx
        0x4c, 0x89, 0xe6,                   //        mov  rsi, r12
        0x4c, 0x89, 0xea,                   //        mov  rdx, r13
        0x4c, 0x89, 0xf1,                   //        mov  rcx, r14
        0xff, 0xd5,                         //        call rbp
        0x49, 0xff, 0x4f, 0x08,             //        dec  [r15+8]         ; frame.Repeat
        0x7f, 0xec,                         //        jg   again
        0x49, 0x89, 0x47, 0x10,             //        mov  [r15+16], rax   ; frame.Result
        0x31, 0xc0,                         //        xor  eax, eax        ; returns 0: no error
        0x48, 0x83, 0xc4, 0x08,             // leave: add  rsp, 8
        0x41, 0x5f,                         //        pop  r15
        0x41, 0x5e,                         //        pop  r14
        0x41, 0x5d,                         //        pop  r13
        0x41, 0x5c,                         //        pop  r12
        0x5b,                               //        pop  rbx
        0x5d,                               //        pop  rbp
        0xc3,                               //        ret
        0x50,                               // error: push rax             ; alignment
        0x48, 0xb8, 0, 0, 0, 0, 0, 0, 0, 0, //        mov  rax, handler    ; managed; gives the thread's frame
        0xff, 0xd0,                         //        call rax
        0x48, 0x8b, 0x20,                   //        mov  rsp, [rax]
        0xb8, 0x01, 0x00, 0x00, 0x00,       //        mov  eax, 1          ; returns 1: an error
        0xeb, 0xda,                         //        jmp  leave
    ];

    /// <summary>Whether there is code for this system and processor.</summary>
    public static bool IsSupported =>
        OperatingSystem.IsLinux() && RuntimeInformation.ProcessArchitecture == Architecture.X64;

    /// <summary>Puts the code into executable memory, where it stays.</summary>
    /// <param name="handler">
    /// Called with the library's message; returns the frame of the call that is to end, or never.
    /// </param>
    /// <returns>The function that calls, and the error handler; zeros where memory is refused.</returns>
    public static (nint Call, nint Error) Place(delegate* unmanaged[Cdecl]<byte*, JumpFrame*> handler)
    {
        nuint length = (nuint)Environment.SystemPageSize;
        nint page = Map(0, length, ReadWrite, PrivateAnonymous, -1, 0);
        if (page == -1)
        {
            return default;
        }

        Code.CopyTo(new Span<byte>((void*)page, Code.Length));
        *(nint*)(page + HandlerAddressOffset) = (nint)handler;
        return Protect(page, length, ReadExecute) == 0 ? (page, page + HandlerOffset) : default;
    }

    [LibraryImport("libc", EntryPoint = "mmap")]
    private static partial nint Map(nint address, nuint length, int protection, int flags, int file, nint offset);

    [LibraryImport("libc", EntryPoint = "mprotect")]
    private static partial int Protect(nint address, nuint length, int protection);
}
