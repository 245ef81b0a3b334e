import { Injectable } from '@nestjs/common';
import type { FlagWrite } from './flag-write.js';
import { putBody } from './put-body.js';
import { ScimDialects } from '../transport/scim-dialects.js';
import { isNotTaken, shownLate } from '../transport/scim-request-error.js';
import type { ScimServer } from '../transport/scim-server.js';
import { ScimTransport } from '../transport/scim-transport.js';
import { userPath } from '../users/scim-users.js';
import { mayShowLater, WriteVerifier } from './write-verifier.js';
import { VersionedUsers } from './versioned-users.js';

/**
 * Sets the attribute by a PUT of the whole user (RFC 7644 §3.5.1). The PUT always contains the version that was read,
 * because it could otherwise undo other clients' changes.
 */
@Injectable()
export class FlagPut {
  constructor(
    private readonly transport: ScimTransport,
    private readonly versioned: VersionedUsers,
    private readonly taken: WriteVerifier,
    private readonly dialects: ScimDialects,
  ) {}

  /** @throws ScimRequestError */
  async write(server: ScimServer, write: FlagWrite): Promise<void> {
    const dialect = this.dialects.of(server);
    const { id, value, deadline } = write;
    const request = { method: 'PUT', path: userPath(id), bucket: 'users.write', deadline } as const;
    const change = await this.versioned.change(server, write, ['AS_RETURNED', 'STRONG'], ({ resource }, ifMatch) =>
      this.transport.send(server, { ...request, ifMatch, body: putBody(resource, server, value) }),
    );
    if (change.kind === 'HELD') return;
    try {
      await this.taken.check(server, write, change.body, dialect.putHolds === true);
    } catch (error) {
      throw isNotTaken(error) && mayShowLater(dialect) ? shownLate(error) : error;
    }
    dialect.putHolds = true;
  }
}
