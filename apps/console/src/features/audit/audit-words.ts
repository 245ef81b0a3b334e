import { inWords } from '../../ui/text/in-words';
import { exactTime } from '../../ui/text/time-format';

export const ACTOR_LABEL: Record<string, string> = {
  ROOT: 'Root token',
  ADMIN_TOKEN: 'Admin token',
  SESSION: 'Console',
  SCIM_CLIENT: 'SCIM client',
  ENROLLEE: 'The person',
  PERSON: 'The person',
  SYSTEM: 'Rollcall',
  CLI: 'Command line',
};

const MAX_CHARACTERS = 80;
const INSTANT = /^\d{4}-\d\d-\d\dT[\d:.]+Z$/;

/** Lines that say what changed, as "Name: value". Long values are shortened. Ids are omitted, because the page has links. */
export function detailLines(detail: Record<string, unknown>): string[] {
  return Object.entries(detail)
    .filter(([name, value]) => value !== null && value !== '' && !name.endsWith('Id'))
    .map(([name, value]) => `${inWords(name)}: ${shortened(text(value))}`);
}

function text(value: unknown): string {
  if (typeof value === 'string') return INSTANT.test(value) ? exactTime(new Date(value)) : value;
  return Array.isArray(value) && value.every((each) => typeof each === 'string')
    ? value.join(', ')
    : JSON.stringify(value);
}

function shortened(text: string): string {
  return text.length > MAX_CHARACTERS ? `${text.slice(0, MAX_CHARACTERS)}…` : text;
}

export function detailOf(data: unknown): Record<string, unknown> {
  return typeof data === 'object' && data !== null ? { ...data } : {};
}

interface Subject {
  subjectType?: string | null;
  subjectId?: string | null;
  detail: Record<string, unknown>;
}

/** Page of the changed object, if it has one. Passkeys and enrollments link to their person. */
export function subjectPath({ subjectType, subjectId, detail }: Subject): string | undefined {
  if (typeof detail['identityId'] === 'string') return `/directory/identities/${detail['identityId']}`;
  if (!subjectId) return undefined;
  switch (subjectType) {
    case 'identity':
      return `/directory/identities/${subjectId}`;
    case 'group':
      return `/directory/groups/${subjectId}`;
    case 'integration':
      return `/directory/integrations/${subjectId}`;
    default:
      return undefined;
  }
}
