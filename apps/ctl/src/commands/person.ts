import { gql } from '../gql/index.js';
import type { PersonFragment } from '../gql/graphql.js';
import { ExitCode } from '../output/exit-code.js';
import { paint } from '../output/paint.js';
import { table } from '../output/table.js';
import { toTheSecond } from '../output/to-the-second.js';
import type { CommandContext } from './command-context.js';
import { allIntegrationNames } from './find-integration.js';
import { findPeople } from './find-person.js';

const PEOPLE = gql(`
  query People($search: String, $integrationId: ID, $first: Int, $events: Int = 5) {
    identities(search: $search, integrationId: $integrationId, first: $first) { nodes { ...Person } }
  }
`);

gql(`
  fragment Person on Identity {
    id userName integrationId externalId status enrollmentStatus
    passkeys { deviceName lastUsedAt revokedAt }
    registration {
      desired confirmed state attempts lastError nextAttemptAt
      history(first: $events) { nodes { at kind desired confirmed note } }
    }
  }
`);

const RETRY_PERSON = gql(`
  mutation RetryPerson($integrationId: ID!, $ids: [ID!]) {
    retryRegistrations(integrationId: $integrationId, identityIds: $ids)
  }
`);

/** Everything about a person that says whether they sign in with a passkey, and why not; in each integration that has them. */
export async function showPerson(
  context: CommandContext,
  userName: string,
  { retry = false }: { retry?: boolean },
): Promise<ExitCode> {
  const people = await findPeople(context, PEOPLE, userName);
  const integrations = await allIntegrationNames(context);
  const nameOf = (id: string) => integrations.find((integration) => integration.id === id)?.name ?? id;
  if (retry) {
    for (const { id, integrationId } of people) await context.api.request(RETRY_PERSON, { integrationId, ids: [id] });
  }
  const shown = people.map((person) => ({ ...person, integration: nameOf(person.integrationId), retried: retry }));
  context.print(shown, (list) => list.map((person) => describe(person, person.integration, retry)).join('\n\n'));
  return ExitCode.OK;
}

function describe(person: PersonFragment, integration: string, retried: boolean): string {
  const alive = person.passkeys.filter(({ revokedAt }) => revokedAt === null);
  const devices = alive.map(
    ({ deviceName, lastUsedAt }) =>
      `${deviceName ?? 'unnamed'} (${lastUsedAt ? `last used ${toTheSecond(lastUsedAt)}` : 'never used'})`,
  );
  return [
    `${paint('bold', person.userName)} at ${integration}: ${person.status.toLowerCase()}`,
    `  id            ${person.id}${person.externalId ? `, in the directory ${person.externalId}` : ''}`,
    `  passkeys      ${devices.length === 0 ? `none (${person.enrollmentStatus.toLowerCase()})` : devices.join(', ')}`,
    ...registrationLines(person.registration),
    ...(retried ? ['', 'Due again now.'] : nextSteps(person, integration, alive.length)),
  ].join('\n');
}

function registrationLines(registration: PersonFragment['registration']): string[] {
  if (!registration) return ['  registration  none: no passkey was ever bound'];
  const { desired, confirmed, state, attempts, lastError, nextAttemptAt, history } = registration;
  const written = confirmed === null ? 'unknown' : String(confirmed);
  const again = nextAttemptAt ? `, next attempt ${toTheSecond(nextAttemptAt)}` : '';
  const rows = history.nodes.map(({ at, kind, ...event }) => [
    toTheSecond(at),
    kind,
    `${String(event.desired)}/${event.confirmed === null ? '?' : String(event.confirmed)}`,
    event.note ?? '',
  ]);
  return [
    `  registration  ${state}: should be ${String(desired)}, is ${written}`,
    ...(attempts > 0 ? [`  attempts      ${attempts} failed${again}`] : []),
    ...(lastError ? [`  reason        ${lastError}`] : []),
    ...(rows.length > 0 ? ['', table(['AT', 'EVENT', 'SHOULD/IS', 'NOTE'], rows)] : []),
  ];
}

function nextSteps(
  { userName, status, registration }: PersonFragment,
  integration: string,
  passkeys: number,
): string[] {
  if (status !== 'ACTIVE') return ['', 'They are suspended in the directory, so that the registration is false.'];
  if (passkeys === 0) return ['', 'They have no passkey: send an enrollment link from the console.'];
  if (registration === null || registration.state === 'IN_SYNC') return [];
  return ['', `To try again now: rollcall sync retry "${integration}" --person ${userName}`];
}
