import { Injectable } from '@nestjs/common';
import { DirectoryIntegrationService } from '@rollcall/directory-integration';
import { Clock, DomainError, readToken } from '@rollcall/platform';
import { BackgroundWrites, isLastUseStale } from '@rollcall/tenancy';
import { ScimCredentialRepository } from '../scim-credentials/scim-credential.repository.js';
import type { ScimCaller } from './scim-caller.js';
import type { ScimRequest } from './scim-request.js';
import { scimTokenOf } from './scim-token-header.js';
import { ScimTokenRepository, type ScimTokenRow } from './scim-token.repository.js';

/** Finds the caller of a SCIM token. Its messages are shown to an Okta administrator, and contain no quotes and no backslashes. */
@Injectable()
export class ScimAuthenticator {
  constructor(
    private readonly tokens: ScimTokenRepository,
    private readonly credentials: ScimCredentialRepository,
    private readonly integrations: DirectoryIntegrationService,
    private readonly writes: BackgroundWrites,
    private readonly clock: Clock,
  ) {}

  /**
   * @param integrationId from the URL
   * @throws UNAUTHENTICATED for a token that is malformed, unknown, expired, revoked or of another integration
   */
  async authenticate(token: string, integrationId: string): Promise<ScimCaller> {
    const read = readToken(token);
    const found = read && (await this.tokens.find(read));
    if (!found) throw DomainError.unauthenticated('The token is unknown. Check that it was copied in full.');
    const now = this.clock.now();
    try {
      refuseUnusable(found, integrationId, now);
    } catch (error) {
      this.noteRefusal(read.tenantId, found, now);
      throw error;
    }
    this.noteUse(read.tenantId, found, now);
    return {
      tenantId: read.tenantId,
      actor: { type: 'SCIM_CLIENT', id: found.credential_id, name: found.name ?? 'SCIM client' },
      integrationId: found.integration_id,
      credentialId: found.credential_id,
      scopes: found.scopes,
    };
  }

  /** For long work: checks that the token of a request is still valid. @throws UNAUTHENTICATED */
  async recheck({ headers, params }: ScimRequest): Promise<void> {
    await this.authenticate(scimTokenOf(headers.authorization) ?? '', params.integrationId ?? '');
  }

  /** Recorded for the health check; the request does not wait for the write. */
  private noteRefusal(tenantId: string, { credential_id: id, refused_at }: ScimTokenRow, now: Date): void {
    if (!isLastUseStale(refused_at, now)) return;
    this.writes.start(`scim_credentials.refused_at ${id}`, () => this.credentials.noteRefusal(tenantId, id, now));
  }

  /** The request does not wait for the write. */
  private noteUse(
    tenantId: string,
    { credential_id: id, integration_id, last_used_at }: ScimTokenRow,
    now: Date,
  ): void {
    this.integrations.touchLastScimRequest(tenantId, integration_id);
    if (!isLastUseStale(last_used_at, now)) return;
    this.writes.start(`scim_credentials.last_used_at ${id}`, () => this.credentials.noteUse(tenantId, id, now));
  }
}

function refuseUnusable(
  { integration_id, revoked_at, expires_at }: ScimTokenRow,
  integrationId: string,
  now: Date,
): void {
  if (revoked_at) throw DomainError.unauthenticated('The token was revoked. Generate a new one.');
  if (expires_at && expires_at <= now) {
    throw DomainError.unauthenticated(`The token expired at ${expires_at.toISOString()}. Generate a new one.`);
  }
  if (integration_id !== integrationId.toLowerCase()) {
    throw DomainError.unauthenticated(
      'The token belongs to another integration than the SCIM URL. Copy both from the same one.',
    );
  }
}
