import { count } from '../output/count.js';
import { ExitCode } from '../output/exit-code.js';
import type { CommandContext } from './command-context.js';
import { findIntegration } from './find-integration.js';
import { findPeople } from './find-person.js';

const STATE = '{ registrationSync { enabled pausedReason pausedAt pendingCount } }';

interface State {
  enabled: boolean;
  pausedReason: string | null;
  pausedAt: string | null;
  pendingCount: number;
}

/** Makes every parked, unlinked and retrying write due at once, or that of one person. */
export async function retrySync(
  context: CommandContext,
  idOrName: string,
  { person }: { person?: string } = {},
): Promise<ExitCode> {
  const { id, name } = await findIntegration(context, idOrName);
  const people =
    person === undefined ? undefined : (await findPeople(context, person, '', id)).map((found) => found.id);
  const { retryRegistrations } = await context.api.request<{ retryRegistrations: number }>(
    'mutation ($id: ID!, $people: [ID!]) { retryRegistrations(integrationId: $id, identityIds: $people) }',
    { id, people },
  );
  context.print({ retried: retryRegistrations }, ({ retried }) =>
    retried === 0
      ? `${name}: nothing was parked, unlinked or waiting.`
      : `${name}: ${count(retried, 'registration')} due again.`,
  );
  return ExitCode.OK;
}

/** Stops the write-back; what is due stays queued. A pause that was there stands, with its reason. */
export async function pauseSync(
  context: CommandContext,
  idOrName: string,
  { reason }: { reason?: string },
): Promise<ExitCode> {
  const { id, name } = await findIntegration(context, idOrName);
  const { pauseRegistrationSync } = await context.api.request<{
    pauseRegistrationSync: { registrationSync: State | null };
  }>(`mutation ($id: ID!, $reason: String) { pauseRegistrationSync(integrationId: $id, reason: $reason) ${STATE} }`, {
    id,
    reason,
  });
  context.print(pauseRegistrationSync.registrationSync, (state) =>
    [
      `${name}: ${state?.pausedReason ?? 'paused'}.`,
      `  ${count(state?.pendingCount ?? 0, 'write')} queued; go on with: rollcall sync resume "${name}"`,
    ].join('\n'),
  );
  return ExitCode.OK;
}

/** Lifts a pause, manual or automatic. */
export async function resumeSync(context: CommandContext, idOrName: string): Promise<ExitCode> {
  const { id, name } = await findIntegration(context, idOrName);
  const { resumeRegistrationSync } = await context.api.request<{
    resumeRegistrationSync: { registrationSync: State | null };
  }>(`mutation ($id: ID!) { resumeRegistrationSync(integrationId: $id) ${STATE} }`, { id });
  context.print(resumeRegistrationSync.registrationSync, (state) =>
    state?.enabled
      ? `${name}: writes go on, ${state.pendingCount} queued.`
      : `${name}: no longer paused, but the sync is switched off (console: Attribute Status).`,
  );
  return ExitCode.OK;
}

const DECISIONS = {
  approve: {
    mutation: 'mutation ($id: ID!) { people: approveHeldRegistrations(integrationId: $id) }',
    done: 'written now',
  },
  discard: {
    mutation: 'mutation ($id: ID!) { people: discardHeldRegistrations(integrationId: $id) }',
    done: 'discarded: the target keeps its values',
  },
} as const;

/** Decides about the changes of the directory that the safety cap holds. */
export async function decideHeld(
  context: CommandContext,
  idOrName: string,
  decision: keyof typeof DECISIONS,
): Promise<ExitCode> {
  const { id, name } = await findIntegration(context, idOrName);
  const { mutation, done } = DECISIONS[decision];
  const { people } = await context.api.request<{ people: number }>(mutation, { id });
  context.print({ decision, people }, () =>
    people === 0 ? `${name}: no change is held.` : `${name}: ${count(people, 'held change')} ${done}.`,
  );
  return ExitCode.OK;
}

/** Sets how many people the directory may turn off within an hour before the rest is held. */
export async function capSync(context: CommandContext, idOrName: string, ratio: number): Promise<ExitCode> {
  const { id, name } = await findIntegration(context, idOrName);
  await context.api.request(
    'mutation ($id: ID!, $ratio: Float!) { setDirectoryChangeCap(integrationId: $id, ratio: $ratio) { id } }',
    { id, ratio },
  );
  context.print({ maxDirectoryChangeRatio: ratio }, () =>
    ratio === 1
      ? `${name}: changes of the directory are no longer held.`
      : `${name}: the directory may turn off ${Math.round(ratio * 1000) / 10} % of the registered people within an hour.`,
  );
  return ExitCode.OK;
}
