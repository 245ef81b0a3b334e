import type { CheckStatus } from '@rollcall/directory-integration';

/** One finding of the doctor: what is so, and what to do about it. */
export interface Finding {
  name: string;
  status: CheckStatus;
  message: string;
}
