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
  valuesMap: {
    IN_SYNC: { description: 'Okta holds the desired value.' },
    PENDING: { description: 'Due to be written.' },
    RETRYING: { description: 'Failed, and tried again by itself at `nextAttemptAt`; `lastError` tells why.' },
    PARKED: { description: 'Given up until somebody acts: `lastError` tells what to do, then `retryRegistrations`.' },
    SKIPPED: {
      description:
        'Deprovisioned in Okta, where such a person cannot be written: written again once reactivated there.',
    },
    UNLINKED: { description: 'Okta has no such person: written once they are back, or after `retryRegistrations`.' },
    DISABLED: { description: 'The registration sync of the integration is switched off.' },
  },
});
