import { CheckStatus } from '@rollcall/directory-integration';
import { attributeFault, describeFault } from './attribute-fault.js';
import type { ScimAbilities, ScimAttributeDefinition } from './transport/scim-discovery.js';
import { NO_ENDPOINT, type ScimRequestError } from './transport/scim-request-error.js';
import { attributePath, registeredFilter, type ScimServer } from './transport/scim-server.js';
import type { RemoteUser } from '../target/registration-target.js';
import { type Finding, notChecked } from '../target/finding.js';

const { OK, WARN, FAIL, UNKNOWN } = CheckStatus;

type Named = Pick<ScimServer, 'extension' | 'attribute'>;

/** Findings after a request for the users has failed. Likely causes are a wrong address and refused credentials. */
export function unreachableFindings(domain: string, { answer, message }: ScimRequestError): Finding[] {
  const answered = answer.kind !== 'SILENCE' && answer.status < 500;
  const here = answered && !(answer.kind === 'ERROR' && answer.code === NO_ENDPOINT);
  const refused = answered && (answer.status === 401 || answer.status === 403);
  const limited = answered && answer.status === 429;
  const server: Finding =
    refused || limited || (here && answer.kind === 'ERROR')
      ? { name: 'target-server', status: OK, message: `${domain} answers.` }
      : { name: 'target-server', status: FAIL, message: `${message}. Check the base URL, and that the server is up.` };
  const credentials: Finding = refused
    ? {
        name: 'target-credentials',
        status: FAIL,
        code: 'CREDENTIALS_REFUSED',
        message: `${message}. Enter credentials that may read and change users.`,
      }
    : { name: 'target-credentials', status: UNKNOWN, message: 'Not checked: the server did not say.' };
  return [
    server,
    credentials,
    ...notChecked(['target-filter', 'target-patch', 'target-attribute'], 'the users could not be listed'),
  ];
}

const WITHOUT_FILTER =
  'A reconciliation lists every user and compares here, which takes a request for every 200 users.';

/** @param listed the answer to the filter; at most one user */
export function filterFinding(server: Named, listed: readonly RemoteUser[]): Finding {
  const name = 'target-filter';
  const filter = registeredFilter(server);
  if (listed.length === 0)
    return { name, status: OK, message: `The server takes the filter ${filter}; it finds no user so far.` };
  if (listed.every((user) => user.registered))
    return { name, status: OK, message: `The server takes the filter ${filter}.` };
  const message = `The server ignores the filter ${filter}, or does not show the attribute. ${WITHOUT_FILTER}`;
  return { name, status: WARN, message };
}

/** @param attribute its definition in the server's schemas; an error if they could not be read */
export function filterRefused(
  said: string,
  attribute: ScimAttributeDefinition | ScimRequestError | undefined,
): Finding {
  const name = 'target-filter';
  if (attribute === undefined)
    return { name, status: FAIL, message: `${said}. Check the extension and the attribute's name.` };
  return { name, status: WARN, message: `${said}. ${WITHOUT_FILTER}` };
}

/** @param cursor true if the server pages its lists by cursor */
export function abilityFindings(abilities: ScimAbilities, cursor: boolean): Finding[] {
  return [
    { name: 'target-patch', ...writingFinding(abilities) },
    {
      name: 'target-paging',
      status: OK,
      message: cursor ? 'Lists are paged by cursor.' : 'Lists are paged by index; the server offers no cursor.',
    },
  ];
}

function writingFinding({ patch, etag, filter }: ScimAbilities): Omit<Finding, 'name'> {
  if (!filter)
    return {
      status: FAIL,
      message:
        "The server's ServiceProviderConfig does not offer filter, which finding people needs: switch it on there.",
    };
  if (patch === undefined)
    return { status: UNKNOWN, message: "The server's ServiceProviderConfig does not say whether it takes PATCH." };
  if (patch) return { status: OK, message: 'The server takes PATCH and filters.' };
  if (etag === false)
    return {
      status: FAIL,
      message:
        "The server's ServiceProviderConfig offers neither PATCH nor versions (etag): nothing can be written without undoing what others change. Switch one of them on there.",
    };
  return {
    status: WARN,
    message:
      "The server's ServiceProviderConfig does not offer PATCH: whole users are PUT, each with the version that was read. Switch PATCH on there if you can.",
  };
}

export function attributeFinding(server: Named, attribute: ScimAttributeDefinition | undefined): Finding {
  const name = 'target-attribute';
  const path = attributePath(server);
  const fault = attributeFault(attribute);
  if (!fault) return { name, status: OK, message: `${path} exists and is a boolean.` };
  if (fault === 'MISSING')
    return {
      name,
      status: FAIL,
      code: 'ATTRIBUTE_MISSING',
      message: `The server's schemas have no ${path}: add the boolean attribute to the extension there, or correct the names.`,
    };
  const message = `${path} ${describeFault(fault, attribute)}; it must be one boolean that can be read and written.`;
  return { name, status: FAIL, message, ...(fault === 'TYPE' && { code: 'ATTRIBUTE_TYPE' }) };
}

export function attributeUnknown(server: Named, said: string): Finding {
  return {
    name: 'target-attribute',
    status: UNKNOWN,
    message: `The schemas could not be read: make sure that ${attributePath(server)} is a writable boolean. ${said}`,
  };
}

/** Reports whether the server limits our requests (429). */
export function paceFinding(blockedUntil: Date | null, now: Date): Finding {
  const name = 'target-rate';
  if (blockedUntil === null || blockedUntil <= now)
    return { name, status: OK, message: 'The server does not hold us back.' };
  return {
    name,
    status: WARN,
    message: `The server answered 429: nothing is asked of it before ${blockedUntil.toISOString()}.`,
  };
}

export function lastWriteFinding(lastWriteAt: Date | null): Finding {
  const name = 'target-last-write';
  const message = lastWriteAt === null ? 'Nothing was written yet.' : `Last written at ${lastWriteAt.toISOString()}.`;
  return { name, status: OK, message };
}
