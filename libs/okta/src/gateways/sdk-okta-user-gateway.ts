import { Injectable } from '@nestjs/common';
import type { UserProfile } from '@okta/okta-sdk-nodejs';
import { OktaRequestError } from '../answers/okta-answer.js';
import { OktaClients } from '../client/okta-clients.js';
import type { OktaOrg } from '../client/okta-org.js';
import { OktaUserGateway, type OktaUser } from './okta-user-gateway.js';

interface SdkUser {
  id?: string;
  status?: unknown;
  profile?: object;
}

/**
 * Headers for reading users. They omit data that we do not need and that is slow for Okta to return (see the
 * documentation of getUser and listUsers).
 */
export const READING = {
  Accept: 'application/json',
  'Content-Type': 'application/json; okta-response=omitCredentials,omitCredentialsLinks,omitTransitioningToStatus',
} as const;

/** Okta's Users API through its SDK. */
@Injectable()
export class SdkOktaUserGateway extends OktaUserGateway {
  constructor(private readonly clients: OktaClients) {
    super();
  }

  override async warm(): Promise<void> {
    await this.clients.warm();
  }

  override async find(org: OktaOrg, idOrLogin: string): Promise<OktaUser | undefined> {
    // A path segment of one or two dots cannot be escaped (RFC 3986 §3.3). It would lead to another part of the API.
    if (idOrLogin === '.' || idOrLogin === '..') return undefined;
    const transport = await this.clients.transport(org);
    try {
      const url = `${org.baseUrl}/api/v1/users/${encodeURIComponent(idOrLogin)}`;
      const answer = await transport.http(url, { method: 'get', headers: READING });
      return toOktaUser((await answer.json()) as object, org.attribute);
    } catch (error) {
      if (error instanceof OktaRequestError && error.answer.kind === 'ERROR' && error.answer.code === 'E0000007')
        return undefined;
      throw error;
    }
  }

  /**
   * `updateUser` sends a POST, which is a partial update. Do not use `replaceUser`: its PUT empties every attribute
   * that the body lacks.
   */
  override async setRegistered(org: OktaOrg, userId: string, registered: boolean): Promise<boolean | undefined> {
    const client = await this.clients.of(org);
    const user = { profile: { [org.attribute]: registered } as UserProfile };
    const answer: SdkUser | undefined = await client.userApi.updateUser({ userId, user });
    return answer?.profile && toOktaUser(answer, org.attribute).registered;
  }
}

export function toOktaUser(user: SdkUser, attribute: string): OktaUser {
  const profile = (user.profile ?? {}) as Record<string, unknown>;
  const login = profile['login'];
  return {
    id: user.id ?? '',
    login: typeof login === 'string' ? login : '',
    status: String(user.status ?? ''),
    registered: profile[attribute] === true,
  };
}
