/** What a script may rely on. */
export const ExitCode = { OK: 0, FAILED: 1, DRIFT: 2, REFUSED: 3 } as const;

export type ExitCode = (typeof ExitCode)[keyof typeof ExitCode];
