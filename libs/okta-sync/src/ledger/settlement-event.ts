import type { Settlement } from './claim.js';
import { RegistrationEventKind } from '../history/registration-event-kind.js';

/** What a settlement adds to a person's history; null when Okta was not asked. */
export function settlementEvent({ state, contacted }: Settlement): RegistrationEventKind | null {
  switch (state) {
    case 'IN_SYNC':
      return contacted ? RegistrationEventKind.CONFIRMED : null;
    case 'PENDING':
      return null;
    default:
      return RegistrationEventKind[state];
  }
}
