/** Stable exit codes. USAGE is EX_USAGE of sysexits.h: the command line itself is wrong. */
export const ExitCode = { OK: 0, FAILED: 1, DRIFT: 2, REFUSED: 3, USAGE: 64 } as const;

export type ExitCode = (typeof ExitCode)[keyof typeof ExitCode];
