import { gql } from '../gql/index.js';
import type { EnrollPersonMutation, PersonFragment } from '../gql/graphql.js';
import { ExitCode } from '../output/exit-code.js';
import { paint } from '../output/paint.js';
import { table } from '../output/table.js';
import { toTheSecond } from '../output/to-the-second.js';
import type { CommandContext } from './command-context.js';
import { allIntegrations } from './find-integration.js';
import { findPeople } from './find-person.js';
import { linksOf } from './person-links.js';

const PEOPLE = gql(`
  query People($search: String, $integrationId: ID, $first: Int, $events: Int = 5) {
    identities(search: $search, integrationId: $integrationId, first: $first) { nodes { ...Person } }
  }
`);

gql(`
  fragment Person on Identity {
    id userName integrationId externalId status enrollmentStatus
    passkeys { deviceName lastUsedAt revokedAt }
    openEnrollment { createdBy expiresAt }
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

const ENROLL_PERSON = gql(`
  mutation EnrollPerson($input: CreateEnrollmentInput!) { createEnrollment(input: $input) { url expiresAt } }
`);

const PLACES = gql(`
  query Places($first: Int, $after: String) {
    directoryIntegrations(first: $first, after: $after) { nodes { ...Place } pageInfo { ...PageEnd } }
  }
`);

gql(`
  fragment Place on DirectoryIntegration {
    id name provider scimUrl
    registrationSync { oktaDomain }
  }
`);

export interface PersonOptions {
  retry?: boolean;
  enroll?: boolean;
}

type Shown = PersonFragment & {
  integration: string;
  /** URLs of pages about the person, by site (`console`, `okta`). */
  links: Record<string, string>;
  retried: boolean;
  /** The enrollment link that this command created; null if the options did not request one. */
  enrollment: EnrollPersonMutation['createEnrollment'] | null;
};

/**
 * Shows whether a person can sign in with a passkey, or why not. The person may exist in several integrations, and each
 * is shown.
 */
export async function showPerson(
  context: CommandContext,
  userName: string,
  { retry = false, enroll = false }: PersonOptions,
): Promise<ExitCode> {
  const people = await findPeople(context, PEOPLE, userName);
  const places = await allIntegrations(context, PLACES);
  const shown: Shown[] = [];
  for (const person of people) {
    const { id, integrationId } = person;
    const place = places.find((each) => each.id === integrationId);
    shown.push({
      ...person,
      integration: place?.name ?? integrationId,
      links: place ? linksOf(person, place) : {},
      retried: retry && (await context.api.request(RETRY_PERSON, { integrationId, ids: [id] })).retryRegistrations > 0,
      enrollment: enroll
        ? (await context.api.request(ENROLL_PERSON, { input: { identityId: id } })).createEnrollment
        : null,
    });
  }
  context.print(shown, (list) => list.map(describe).join('\n\n'));
  return ExitCode.OK;
}

function describe(person: Shown): string {
  const { integration, links, retried, enrollment, openEnrollment } = person;
  const alive = person.passkeys.filter(({ revokedAt }) => revokedAt === null);
  const devices = alive.map(
    ({ deviceName, lastUsedAt }) =>
      `${deviceName ?? 'unnamed'} (${lastUsedAt ? `last used ${toTheSecond(lastUsedAt)}` : 'never used'})`,
  );
  return [
    `${paint('bold', person.userName)} at ${integration}: ${person.status.toLowerCase()}`,
    `  id            ${person.id}${person.externalId ? `, in the directory ${person.externalId}` : ''}`,
    `  passkeys      ${devices.length === 0 ? `none (${person.enrollmentStatus.toLowerCase()})` : devices.join(', ')}`,
    ...(openEnrollment && !enrollment
      ? [`  open link     by ${openEnrollment.createdBy}, until ${toTheSecond(openEnrollment.expiresAt)}`]
      : []),
    ...registrationLines(person.registration),
    ...Object.entries(links).map(([where, url]) => `  ${where.padEnd(12)}  ${url}`),
    ...(enrollment
      ? ['', `Enrollment link (shown once, until ${toTheSecond(enrollment.expiresAt)}): ${enrollment.url}`]
      : []),
    ...(retried ? ['', 'Due again now.'] : nextSteps(person, alive.length)),
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

function nextSteps({ userName, status, registration, integration, enrollment }: Shown, passkeys: number): string[] {
  if (status !== 'ACTIVE') return ['', 'They are suspended in the directory, so that the registration is false.'];
  if (passkeys === 0)
    return enrollment
      ? []
      : ['', `They have no passkey. To make an enrollment link: rollcall person ${userName} --enroll`];
  if (registration === null || registration.state === 'IN_SYNC') return [];
  return ['', `To try again now: rollcall sync retry "${integration}" --person ${userName}`];
}
