import { registerEnumType } from '@nestjs/graphql';

export enum RegistrationEventKind {
  DESIRED = 'DESIRED',
  CONFIRMED = 'CONFIRMED',
  RETRYING = 'RETRYING',
  PARKED = 'PARKED',
  SKIPPED = 'SKIPPED',
  UNLINKED = 'UNLINKED',
  RETRIED = 'RETRIED',
  RECONCILED = 'RECONCILED',
  HELD = 'HELD',
  APPROVED = 'APPROVED',
  DISCARDED = 'DISCARDED',
}

registerEnumType(RegistrationEventKind, {
  name: 'RegistrationEventKind',
  valuesMap: {
    DESIRED: { description: 'What the target should say changed here.' },
    CONFIRMED: { description: 'The target took the value, or was found to hold it.' },
    RETRYING: { description: 'The target did not take it; it is retried. Recorded once per reason.' },
    PARKED: { description: 'The target refused it for good.' },
    SKIPPED: { description: 'The target does not let this user be written in their present status.' },
    UNLINKED: { description: 'The target knows no such user.' },
    RETRIED: { description: 'An administrator asked for another try.' },
    HELD: { description: 'The safety cap holds a change of the directory until an administrator decides.' },
    APPROVED: { description: 'An administrator approved the held change.' },
    DISCARDED: { description: 'An administrator discarded the held change: the target keeps its value.' },
    RECONCILED: { description: 'A reconciliation found the target to differ.' },
  },
});
