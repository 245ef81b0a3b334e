import { CheckStatus } from '@rollcall/directory-integration';

/** Names a problem on which a program may act. Never changed once published: the console and others compare with it. */
export type CheckCode = 'ATTRIBUTE_MISSING' | 'ATTRIBUTE_TYPE' | 'CREDENTIALS_REFUSED' | 'NOT_CONFIGURED';

/** One result of a health check: the state, and what to do about it. */
export interface Finding {
  name: string;
  status: CheckStatus;
  message: string;
  code?: CheckCode;
}

/** Findings for checks that could not be made: an earlier result must not be shown as if it were still true. */
export function notChecked(names: readonly string[], because: string): Finding[] {
  return names.map((name) => ({ name, status: CheckStatus.UNKNOWN, message: `Not checked: ${because}.` }));
}
