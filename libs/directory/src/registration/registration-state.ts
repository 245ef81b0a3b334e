import { registerEnumType } from '@nestjs/graphql';

/** State of an identity's registration at the target. */
export enum RegistrationState {
  IN_SYNC = 'IN_SYNC',
  PENDING = 'PENDING',
  RETRYING = 'RETRYING',
  PARKED = 'PARKED',
  /** Deprovisioned at the target: nothing to do until the person is reactivated. */
  SKIPPED = 'SKIPPED',
  UNLINKED = 'UNLINKED',
  DISABLED = 'DISABLED',
  HELD = 'HELD',
  DISCARDED = 'DISCARDED',
}

registerEnumType(RegistrationState, {
  name: 'RegistrationState',
  description: 'Where an identity stands between us and the target: the Okta org or SCIM server of its integration.',
  valuesMap: {
    IN_SYNC: { description: 'The target holds the desired value.' },
    PENDING: { description: 'Due to be written.' },
    RETRYING: { description: 'Failed; retried automatically at `nextAttemptAt`. `lastError` says why.' },
    PARKED: {
      description:
        'Not retried until an administrator acts: `lastError` says what to do, then call `retryRegistrations`.',
    },
    SKIPPED: {
      description:
        'Deprovisioned at the target, where such a person cannot be written: written again once reactivated there.',
    },
    UNLINKED: {
      description: 'The target has no such person: written once they are back, or after `retryRegistrations`.',
    },
    DISABLED: { description: 'The registration sync of the integration is switched off.' },
    HELD: {
      description:
        'The directory turned off more people than the safety cap allows: the target keeps its value until `approveHeldRegistrations` or `discardHeldRegistrations`.',
    },
    DISCARDED: {
      description:
        'A held change was discarded: the target keeps its value until the directory changes the person again.',
    },
  },
});
