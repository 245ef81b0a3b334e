import { CheckStatus } from '@rollcall/directory-integration';

/**
 * Code of a problem on which a program may act. A published code is never changed, because the console and other
 * programs compare with it.
 */
export type CheckCode = 'ATTRIBUTE_MISSING' | 'ATTRIBUTE_TYPE' | 'CREDENTIALS_REFUSED' | 'NOT_CONFIGURED';

/** One result of a health check: the status, and what an administrator must do. */
export interface Finding {
  name: string;
  status: CheckStatus;
  message: string;
  code?: CheckCode;
}

/** Findings for checks that could not be made. They replace earlier results, which may no longer be true. */
export function notChecked(names: readonly string[], because: string): Finding[] {
  return names.map((name) => ({ name, status: CheckStatus.UNKNOWN, message: `Not checked: ${because}.` }));
}
