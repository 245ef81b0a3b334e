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
}

registerEnumType(RegistrationEventKind, {
  name: 'RegistrationEventKind',
  valuesMap: {
    DESIRED: { description: 'What Okta should say changed here.' },
    CONFIRMED: { description: 'Okta took the value, or was found to hold it.' },
    RETRYING: { description: 'Okta did not take it; it is tried again. Told once per reason.' },
    PARKED: { description: 'Okta refused it for good.' },
    SKIPPED: { description: 'Okta does not let this user be written in their present status.' },
    UNLINKED: { description: 'Okta knows no such user.' },
    RETRIED: { description: 'An administrator asked for another try.' },
    RECONCILED: { description: 'A reconciliation found Okta to differ.' },
  },
});
