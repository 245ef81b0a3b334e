import { registerEnumType } from '@nestjs/graphql';

/** Where an identity stands between us and Okta. */
export enum RegistrationState {
  IN_SYNC = 'IN_SYNC',
  PENDING = 'PENDING',
  RETRYING = 'RETRYING',
  PARKED = 'PARKED',
  /** Deprovisioned in Okta: nothing to do until the person is reactivated. */
  SKIPPED = 'SKIPPED',
  UNLINKED = 'UNLINKED',
  DISABLED = 'DISABLED',
}

registerEnumType(RegistrationState, {
  name: 'RegistrationState',
  description: 'Where an identity stands between us and Okta.',
});
