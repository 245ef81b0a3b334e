import { SignInKeyRow } from './keys/sign-in-key.row.js';
import { SignInEventRow } from './log/sign-in-event.row.js';
import { SignInRecordRow } from './records/sign-in-record.row.js';
import { SignInProviderRow } from './settings/sign-in-provider.row.js';
import { SignInSecretRow } from './settings/sign-in-secret.row.js';

/** Tables of this library, for the drift check. */
export const signInRows = [SignInProviderRow, SignInSecretRow, SignInKeyRow, SignInRecordRow, SignInEventRow];
