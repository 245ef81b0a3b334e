import { Injectable } from '@nestjs/common';
import { OktaRequestError } from '../answers/okta-answer.js';
import { OktaClients } from '../client/okta-clients.js';
import type { OktaOrg } from '../client/okta-org.js';
import { OktaUserList, type OktaUserPage } from './okta-user-list.js';
import { READING, toOktaUser } from './sdk-okta-user-gateway.js';

const PAGE_SIZE = 200;
const NEXT_LINK = /<([^>]+)>\s*;\s*rel="next"/;

/** Follows the Link header itself, because the SDK's collections stop at an empty page, or yield null for it. */
@Injectable()
export class SdkOktaUserList extends OktaUserList {
  constructor(private readonly clients: OktaClients) {
    super();
  }

  override async registered(org: OktaOrg, next?: string, onNext?: (next: string) => void): Promise<OktaUserPage> {
    const transport = await this.clients.transport(org);
    const response = await transport.http(next ?? firstPage(org), {
      method: 'get',
      headers: READING,
      onHeaders: (headers) => {
        const link = NEXT_LINK.exec(headers.get('link') ?? '')?.[1];
        if (link !== undefined && isOf(org.baseUrl, link)) onNext?.(link);
      },
    });
    const users: unknown = await response.json();
    if (!Array.isArray(users)) throw new OktaRequestError({ kind: 'NOT_JSON', status: 200, resetAt: undefined }, 'GET');
    return {
      users: users.map((user: object) => toOktaUser(user, org.attribute)),
      next: nextLink(response.headers.get('link'), org.baseUrl),
    };
  }
}

function firstPage({ baseUrl, attribute }: OktaOrg): string {
  const search = encodeURIComponent(`profile.${attribute} eq true`);
  return `${baseUrl}/api/v1/users?search=${search}&limit=${PAGE_SIZE}`;
}

/**
 * Returns the link to the next page, or undefined on the last page. Throws if the link leads to another host, because
 * that host would receive the credentials.
 * @throws OktaRequestError
 */
export function nextLink(header: string | null, baseUrl: string): string | undefined {
  const link = NEXT_LINK.exec(header ?? '')?.[1];
  if (link === undefined || isOf(baseUrl, link)) return link;
  const summary = 'the link to the next page leads to another host. Is this the domain that Okta calls itself by?';
  throw new OktaRequestError({ kind: 'ERROR', status: 200, code: undefined, summary, resetAt: undefined }, 'GET');
}

function isOf(baseUrl: string, link: string): boolean {
  return URL.canParse(link) && new URL(link).origin === new URL(baseUrl).origin;
}
