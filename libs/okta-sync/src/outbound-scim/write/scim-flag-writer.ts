import { Injectable } from '@nestjs/common';
import { monotonicNow } from '@rollcall/platform';
import { REQUEST_MS } from '../../ledger/lease.js';
import { FlagPatch } from './flag-patch.js';
import { FlagPut } from './flag-put.js';
import type { FlagWrite } from './flag-write.js';
import { ScimDialects } from '../transport/scim-dialects.js';
import { isAbsent, ScimDiscovery, type ScimAbilities } from '../transport/scim-discovery.js';
import { isMethodUnknown, isNotTaken, ScimRequestError, UNGUARDED } from '../transport/scim-request-error.js';
import type { ScimServer } from '../transport/scim-server.js';

/** Sets the attribute of one user. Uses PATCH, or PUT if the server does not support PATCH. */
@Injectable()
export class ScimFlagWriter {
  constructor(
    private readonly patches: FlagPatch,
    private readonly puts: FlagPut,
    private readonly discovery: ScimDiscovery,
    private readonly dialects: ScimDialects,
  ) {}

  /** @param before awaited before each request that reads the user to be changed. @throws ScimRequestError */
  async write(server: ScimServer, id: string, value: boolean, before: FlagWrite['before']): Promise<void> {
    const dialect = this.dialects.of(server);
    const write = { id, value, deadline: monotonicNow() + REQUEST_MS, before };
    if (!dialect.noPatch) {
      try {
        return await this.patches.write(server, write);
      } catch (error) {
        await this.requireNoPatch(server, error);
        dialect.noPatch = true;
      }
    }
    try {
      await this.puts.write(server, write);
    } catch (error) {
      if (isMethodUnknown(error)) delete dialect.noPatch;
      throw error;
    }
  }

  /**
   * Called after a failed PATCH. Returns if PUT must be used instead.
   * @throws `error` if the server supports PATCH; UNGUARDED if it does not, and also has no versions to make a PUT safe
   */
  private async requireNoPatch(server: ScimServer, error: unknown): Promise<void> {
    const unknown = isMethodUnknown(error);
    const { patch } = this.dialects.of(server);
    if (!unknown && (patch !== undefined || !mayBeForWantOfPatch(error))) throw error;
    const told = await this.told(server);
    if (!unknown && told.patch !== false) throw error;
    if (told.etag !== false) return;
    const summary = 'it knows no PATCH and keeps no versions (its ServiceProviderConfig: etag)';
    throw new ScimRequestError({ kind: 'ERROR', status: 412, code: UNGUARDED, summary, resetAt: undefined }, 'GET');
  }

  private async told(server: ScimServer): Promise<Pick<ScimAbilities, 'patch' | 'etag'>> {
    try {
      return await this.discovery.abilities(server);
    } catch (error) {
      if (isAbsent(error)) return { patch: undefined, etag: undefined };
      throw error;
    }
  }
}

/**
 * True if the answer may mean that the server does not support PATCH, although it is not 405 or 501. Such answers are
 * an unknown route, a failure, and a success without effect.
 */
function mayBeForWantOfPatch(error: unknown): boolean {
  if (!(error instanceof ScimRequestError) || error.answer.kind === 'SILENCE') return false;
  return isNotTaken(error) || [400, 404, 500].includes(error.answer.status);
}
