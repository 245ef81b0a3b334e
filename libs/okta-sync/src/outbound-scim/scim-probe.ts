import { Injectable } from '@nestjs/common';
import { CheckStatus } from '@rollcall/directory-integration';
import { isAbsent, ScimDiscovery, type ScimAbilities } from './transport/scim-discovery.js';
import { isRefusal, ScimRequestError } from './transport/scim-request-error.js';
import { registeredFilter, type ScimServer } from './transport/scim-server.js';
import { ScimUsers } from './users/scim-users.js';
import type { RemoteUser } from '../target/registration-target.js';
import type { Finding } from '../target/finding.js';
import {
  abilityFindings,
  attributeFinding,
  attributeUnknown,
  filterFinding,
  filterRefused,
  unreachableFindings,
} from './scim-findings.js';

const { OK, UNKNOWN } = CheckStatus;

/** Sends requests to a SCIM server to check whether the write-back can work. An error from the server becomes a finding. */
@Injectable()
export class ScimProbe {
  constructor(
    private readonly users: ScimUsers,
    private readonly discovery: ScimDiscovery,
  ) {}

  async examine(server: ScimServer): Promise<Finding[]> {
    // A filtered list shows that the server accepts the credentials. The discovery endpoints do not show it, because
    // they may be public.
    const listed = await attempt(() => this.registered(server));
    if (listed instanceof ScimRequestError && !isAboutFilter(listed)) return unreachableFindings(server.domain, listed);
    const [abilities, cursor, attribute] = await Promise.all([
      attempt(() => this.discovery.abilities(server)),
      attempt(() => this.discovery.pagesByCursor(server)),
      attempt(() => this.discovery.attribute(server)),
    ]);
    return [
      { name: 'target-server', status: OK, message: `${server.domain} answers.` },
      { name: 'target-credentials', status: OK, message: 'The server accepts the credentials.' },
      listed instanceof ScimRequestError ? filterRefused(listed.message, attribute) : filterFinding(server, listed),
      ...this.abilities(abilities, cursor === true),
      attribute instanceof ScimRequestError
        ? attributeUnknown(server, attribute.message)
        : attributeFinding(server, attribute),
    ];
  }

  private async registered(server: ScimServer): Promise<RemoteUser[]> {
    const query = { filter: registeredFilter(server), startIndex: '1', count: '1' };
    return (await this.users.list(server, query, 'users.list')).users;
  }

  private abilities(told: ScimAbilities | ScimRequestError, cursor: boolean): Finding[] {
    if (!(told instanceof ScimRequestError)) return abilityFindings(told, cursor);
    const message = isAbsent(told)
      ? 'The server shows no ServiceProviderConfig: it must take PATCH all the same.'
      : `Its ServiceProviderConfig could not be read. ${told.message}`;
    return [{ name: 'target-patch', status: UNKNOWN, message }];
  }
}

async function attempt<T>(ask: () => Promise<T>): Promise<T | ScimRequestError> {
  try {
    return await ask();
  } catch (error) {
    if (error instanceof ScimRequestError) return error;
    throw error;
  }
}

/** True if the server accepts the credentials but refuses the filter (400, 501), or fails when it applies the filter (500). */
function isAboutFilter(error: ScimRequestError): boolean {
  return isRefusal(error) || (error.answer.kind === 'ERROR' && error.answer.status === 500);
}
