import type { OktaOrg } from '../org/okta-org.js';
import type { OktaUser, UserStatus } from '../org/okta-user.js';
import { OktaError } from './okta-error.js';

interface Transition {
  readonly from: readonly UserStatus[];
  readonly to: UserStatus;
  readonly event: string;
}

const TRANSITIONS: Readonly<Record<string, Transition>> = {
  activate: { from: ['STAGED', 'DEPROVISIONED'], to: 'ACTIVE', event: 'user.lifecycle.activate' },
  reactivate: { from: ['PROVISIONED', 'DEPROVISIONED'], to: 'ACTIVE', event: 'user.lifecycle.reactivate' },
  deactivate: {
    from: ['STAGED', 'PROVISIONED', 'ACTIVE', 'RECOVERY', 'PASSWORD_EXPIRED', 'LOCKED_OUT', 'SUSPENDED'],
    to: 'DEPROVISIONED',
    event: 'user.lifecycle.deactivate',
  },
  suspend: { from: ['ACTIVE'], to: 'SUSPENDED', event: 'user.lifecycle.suspend' },
  unsuspend: { from: ['SUSPENDED'], to: 'ACTIVE', event: 'user.lifecycle.unsuspend' },
  unlock: { from: ['LOCKED_OUT'], to: 'ACTIVE', event: 'user.account.unlock' },
};

/** Moves a person to another status; E0000038 if the current status does not allow it. */
export function changeStatus(org: OktaOrg, user: OktaUser, operation: string, actor: string): OktaUser {
  const transition = Object.hasOwn(TRANSITIONS, operation) ? TRANSITIONS[operation] : undefined;
  if (!transition) throw OktaError.notFound(operation, 'Lifecycle');
  if (!transition.from.includes(user.status)) throw OktaError.wrongStatus();
  const changed = org.users.update(user, {
    status: transition.to,
    statusChanged: org.now(),
    transitioningToStatus: null,
  });
  org.events.userEvent(transition.event, changed, actor);
  return changed;
}
