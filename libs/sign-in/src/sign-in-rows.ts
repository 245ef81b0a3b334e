import { SignInKeyRow } from './keys/sign-in-key.row.js';
import { SignInEventRow } from './log/sign-in-event.row.js';
import { PersonSessionRow } from './person-sessions/person-session.row.js';
import { OktaSignInRow } from './okta/okta-sign-in.row.js';
import { SignInRecordRow } from './records/sign-in-record.row.js';
import { SelfEnrollmentRow } from './self-enrollment/self-enrollment.row.js';
import { SignInProviderRow } from './settings/sign-in-provider.row.js';
import { SignInSecretRow } from './settings/sign-in-secret.row.js';

/** Tables of this library; a test compares them with the migrations. */
export const signInRows = [
  SignInProviderRow,
  SignInSecretRow,
  SignInKeyRow,
  SignInRecordRow,
  SignInEventRow,
  OktaSignInRow,
  PersonSessionRow,
  SelfEnrollmentRow,
];
